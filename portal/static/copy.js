/* Buttons that copy a line: without a clipboard they stay hidden, and the line can be selected as ever. */
"use strict";

(() => {
  if (!navigator.clipboard) return;

  const said = document.createElement("p");
  said.className = "hidden";
  said.setAttribute("role", "status");
  document.body.append(said);

  const show = (root) => root.querySelectorAll("[data-copy][hidden]").forEach((button) => { button.hidden = false; });
  show(document);
  document.addEventListener("htmx:load", (event) => show(event.target));

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    await navigator.clipboard.writeText(button.dataset.copy);
    said.textContent = "";
    button.classList.add("copied");
    requestAnimationFrame(() => { said.textContent = button.dataset.copied; });
    setTimeout(() => button.classList.remove("copied"), 2000);
  });
})();
