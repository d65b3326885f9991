// Lines under each search box as one types: an ARIA combobox. Without this file the boxes are plain forms.
(() => {
  "use strict";
  const PAUSE = 120;

  const attach = (form, number) => {
    const input = form.querySelector("input[name=q]");
    const box = input?.closest(".search-box");
    if (!box) return;
    const list = document.createElement("ul");
    list.id = `suggestions-${number}`;
    list.className = "suggestions";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", form.querySelector("label")?.textContent.trim() ?? "");
    box.append(list);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", list.id);
    let timer, asked, lines = [], active = -1, composing = false;

    const close = () => {
      list.hidden = true;
      active = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };

    const choose = (line) => {
      if (line.url) {
        location.assign(line.url);
      } else {
        input.value = line.text;
        close();
        form.requestSubmit();
      }
    };

    const mark = (next) => {
      active = (next + lines.length) % lines.length;
      [...list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === active)));
      input.setAttribute("aria-activedescendant", list.children[active].id);
      list.children[active].scrollIntoView({ block: "nearest" });
    };

    const draw = () => {
      list.replaceChildren(...lines.map((line, at) => {
        const option = document.createElement("li");
        option.id = `${list.id}-${at}`;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        const words = document.createElement("span");
        words.textContent = line.text;
        const kind = document.createElement("span");
        kind.className = "count";
        kind.textContent = line.kind;
        option.append(words, " ", kind);
        // Before the box loses its focus, which closes the list.
        option.addEventListener("mousedown", (event) => { event.preventDefault(); choose(line); });
        return option;
      }));
      active = -1;
      list.hidden = lines.length === 0;
      input.setAttribute("aria-expanded", String(lines.length > 0));
      input.removeAttribute("aria-activedescendant");
    };

    const ask = async () => {
      asked?.abort();
      const typed = input.value.trim();
      if (!typed || composing) { close(); return; }
      asked = new AbortController();
      const address = new URL("suggest/", form.action);
      address.searchParams.set("q", typed);
      try {
        const answer = await fetch(address, { signal: asked.signal, headers: { Accept: "application/json" } });
        if (!answer.ok) { close(); return; }
        lines = (await answer.json()).suggestions;
        if (document.activeElement === input) draw();
      } catch (error) {
        if (error.name !== "AbortError") close();
      }
    };

    const later = () => { clearTimeout(timer); timer = setTimeout(ask, PAUSE); };
    input.addEventListener("input", later);
    input.addEventListener("compositionstart", () => { composing = true; });
    input.addEventListener("compositionend", () => { composing = false; later(); });
    input.addEventListener("blur", () => { clearTimeout(timer); asked?.abort(); close(); });
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key === "ArrowDown" && list.hidden) { ask(); event.preventDefault(); }
      if (list.hidden) return;
      if (event.key === "ArrowDown") { mark(active + 1); event.preventDefault(); }
      if (event.key === "ArrowUp") { mark(active < 0 ? lines.length - 1 : active - 1); event.preventDefault(); }
      if (event.key === "Escape") { close(); event.preventDefault(); }
      if (event.key === "Enter" && active >= 0) { choose(lines[active]); event.preventDefault(); }
    });
  };

  document.querySelectorAll("form.search").forEach(attach);
})();
