// Marks in the contents the place that is being read, and keeps it in sight. Without it the links work all the same.
(() => {
  // Articles out of sight have no height yet: when they get one, the place a link leads to moves, and is gone to again.
  const arrive = () => {
    const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!place) return;
    let last = null;
    let tries = 0;
    const again = () => {
      place.scrollIntoView();
      const top = place.getBoundingClientRect().top;
      if (top === last || (tries += 1) > 20) return;
      last = top;
      requestAnimationFrame(() => requestAnimationFrame(again));
    };
    again();
  };
  addEventListener("hashchange", arrive);
  if (location.hash) arrive();

  const contents = document.querySelector(".contents ol");
  if (!contents) return;
  const links = new Map();
  for (const link of contents.querySelectorAll("a")) links.set(decodeURIComponent(link.hash.slice(1)), link);
  const seen = new Set();
  let marked = null;

  const mark = (link) => {
    if (!link || link === marked) return;
    marked?.removeAttribute("aria-current");
    link.setAttribute("aria-current", "location");
    marked = link;
    const frame = contents.closest(".fold");
    if (frame.scrollHeight <= frame.clientHeight) return;
    const above = link.getBoundingClientRect().top - frame.getBoundingClientRect().top;
    if (above < 0 || above > frame.clientHeight - link.offsetHeight) frame.scrollTop += above - frame.clientHeight / 3;
  };

  const places = [...document.querySelectorAll(".parallel [id]")].filter((place) => links.has(place.id));
  const order = new Map(places.map((place, number) => [place, number]));
  const watch = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) entry.isIntersecting ? seen.add(entry.target) : seen.delete(entry.target);
      // An article before a heading above it: the reader is in the article.
      const inOrder = [...seen].sort((one, other) => order.get(one) - order.get(other));
      const first = inOrder.find((place) => place.localName === "article") ?? inOrder[0];
      if (first) mark(links.get(first.id));
    },
    { rootMargin: "-148px 0px -55% 0px" },
  );
  for (const place of places) watch.observe(place);
})();
