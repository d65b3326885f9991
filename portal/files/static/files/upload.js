// Files sent piece by piece (tus 1.0.0), gone on with after a broken connection or a reload.
// Without this file the fields are plain ones, and a file goes with its form.
(() => {
  "use strict";
  const VERSION = { "Tus-Resumable": "1.0.0" };
  const PIECE = 1024 * 1024;
  const FIRST_PAUSE = 1000;
  const LAST_PAUSE = 30000;
  const MEMORY = "portal-upload:";

  class Refused extends Error {}
  class Gone extends Error {}

  // Names may be in any script, and the header is in Latin letters.
  const encoded = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
  const percent = (part, whole) => Math.floor(100 * part / whole);
  const sentence = (text, values) => text.replace(/\[(\w+)\]/g, (found, key) => values[key] ?? found);

  // Private windows and full disks have no memory; the upload then starts anew after a reload.
  const memory = {
    get: (key) => { try { return JSON.parse(localStorage.getItem(MEMORY + key)); } catch { return null; } },
    set: (key, value) => { try { localStorage.setItem(MEMORY + key, JSON.stringify(value)); } catch { /* as said */ } },
    drop: (key) => { try { localStorage.removeItem(MEMORY + key); } catch { /* as said */ } },
  };

  const digest = async (piece) => {
    if (!crypto.subtle) return {};
    const sum = await crypto.subtle.digest("SHA-256", await piece.arrayBuffer());
    return { "Upload-Checksum": `sha256 ${btoa(String.fromCharCode(...new Uint8Array(sum)))}` };
  };

  const attach = (box) => {
    const form = box.closest("form");
    const input = box.querySelector("input[type=file]");
    const kept = form?.elements[box.dataset.field];
    if (!kept) return;
    const words = box.dataset;
    let upload = null, held = null;

    const said = document.createElement("p");
    said.setAttribute("role", "status");
    const bar = document.createElement("progress");
    bar.max = 100;
    bar.setAttribute("aria-label", box.closest(".field").querySelector("label").textContent.trim());
    const buttons = document.createElement("p");
    const button = (act) => {
      const made = document.createElement("button");
      made.type = "button";
      made.className = "button quiet small";
      made.addEventListener("click", act);
      buttons.append(made, " ");
      return made;
    };
    const pause = button(() => upload?.paused ? resume() : stop());
    const cancel = button(() => abandon());
    cancel.textContent = words.cancel;
    const panel = document.createElement("div");
    panel.hidden = true;
    panel.append(said, bar, buttons);
    box.append(panel);
    const fault = document.createElement("p");
    fault.className = "error";
    fault.setAttribute("role", "alert");

    // Each tenth is spoken, not each piece.
    const say = (text, values = {}) => {
      const next = sentence(text, values);
      if (said.textContent !== next) said.textContent = next;
    };
    const show = (text) => {
      const at = percent(upload.offset, upload.file.size);
      panel.hidden = false;
      bar.value = at;
      bar.textContent = `${at} %`;
      buttons.hidden = text === words.checking;
      pause.textContent = upload.paused ? words.resume : words.pause;
      say(text, { name: upload.file.name, percent: text === words.sending ? at - at % 10 : at });
    };
    const complain = (text) => {
      fault.textContent = text;
      box.before(fault);
      input.setAttribute("aria-invalid", "true");
      input.value = "";
      panel.hidden = true;
      upload = null;
      held = null;
      input.disabled = false;
      input.focus();
    };
    const praise = (name) => {
      say(words.received, { name });
      bar.hidden = true;
      buttons.hidden = true;
      input.disabled = false;
      if (held) { const submitter = held; held = null; form.requestSubmit(submitter.isConnected && submitter.form ? submitter : null); }
    };

    const ask = async (address, options) => {
      const token = form.elements.csrfmiddlewaretoken?.value ?? "";
      const headers = { ...VERSION, "X-CSRFToken": token, ...options.headers };
      const answer = await fetch(address, { ...options, headers, redirect: "manual", signal: upload.leaving.signal });
      if (answer.type === "opaqueredirect") throw new Refused(""); // signed out meanwhile
      if (answer.status === 404 || answer.status === 410) throw new Gone();
      if ([400, 403, 412, 413, 415, 422].includes(answer.status)) {
        const plain = answer.headers.get("Content-Type")?.startsWith("text/plain");
        throw new Refused(plain ? await answer.text() : "");
      }
      if (!answer.ok && answer.status !== 409 && answer.status !== 460) throw new TypeError(`${answer.status}`);
      return answer;
    };

    const begin = async () => {
      const { file } = upload;
      const metadata = `filename ${encoded(file.name)},purpose ${encoded(words.purpose)}`;
      const answer = await ask(words.uploads, { method: "POST", headers: { "Upload-Length": `${file.size}`, "Upload-Metadata": metadata } });
      upload.address = answer.headers.get("Location");
      upload.offset = 0;
      memory.set(upload.key, { address: upload.address, name: file.name, size: file.size, offset: 0, field: words.field, page: location.pathname });
    };

    const find = async () => {
      if (!upload.address) return begin();
      try {
        const answer = await ask(upload.address, { method: "HEAD", headers: {} });
        upload.offset = Number(answer.headers.get("Upload-Offset"));
      } catch (error) {
        if (!(error instanceof Gone)) throw error;
        await begin();
      }
    };

    const send = async () => {
      const { file, offset } = upload;
      const piece = file.slice(offset, offset + PIECE);
      const headers = { "Content-Type": "application/offset+octet-stream", "Upload-Offset": `${offset}`, ...await digest(piece) };
      if (offset + piece.size >= file.size) show(words.checking);
      const answer = await ask(upload.address, { method: "PATCH", headers, body: piece });
      if (answer.status === 409 || answer.status === 460) return find();
      upload.offset = Number(answer.headers.get("Upload-Offset"));
      upload.pause = FIRST_PAUSE;
      memory.set(upload.key, { ...memory.get(upload.key), offset: upload.offset });
    };

    const run = async (mine) => {
      try {
        await find();
        do {
          show(words.sending);
          await send();
        } while (upload === mine && upload.offset < upload.file.size);
        if (upload !== mine) return;
        // The last piece is answered when the file is checked.
        kept.value = upload.address.split("/").at(-2);
        memory.drop(upload.key);
        input.value = "";
        const { name } = upload.file;
        bar.value = 100;
        upload = null;
        praise(name);
      } catch (error) {
        if (upload !== mine || mine.paused) return;
        if (error instanceof Refused) {
          memory.drop(mine.key);
          complain(error.message || sentence(words.failed, { name: mine.file.name }));
        } else if (error instanceof Gone) {
          mine.address = null;
          later(mine);
        } else {
          show(words.waiting);
          later(mine);
        }
      }
    };

    // Again after a while, each time a longer one; at once when the connection is back.
    const later = (mine) => {
      const again = () => {
        clearTimeout(timer);
        removeEventListener("online", again);
        if (upload === mine && !mine.paused) run(mine);
      };
      const timer = setTimeout(again, mine.pause * (0.75 + Math.random() / 2));
      mine.pause = Math.min(2 * mine.pause, LAST_PAUSE);
      addEventListener("online", again);
    };

    const start = (file) => {
      fault.remove();
      input.removeAttribute("aria-invalid");
      const key = `${words.purpose}:${file.name}:${file.size}:${file.lastModified}`;
      upload = { file, key, address: memory.get(key)?.address, offset: 0, pause: FIRST_PAUSE, paused: false, leaving: new AbortController() };
      bar.hidden = buttons.hidden = false;
      input.disabled = true;
      show(words.sending);
      run(upload);
    };
    const stop = () => {
      upload.paused = true;
      upload.leaving.abort();
      show(words.paused);
    };
    const resume = () => {
      upload = { ...upload, paused: false, pause: FIRST_PAUSE, leaving: new AbortController() };
      show(words.sending);
      run(upload);
    };
    const abandon = () => {
      const { address, key, leaving } = upload;
      leaving.abort();
      memory.drop(key);
      upload = { ...upload, leaving: new AbortController() };
      if (address) ask(address, { method: "DELETE", headers: {} }).catch(() => { /* the portal removes it after a day */ });
      upload = null;
      held = null;
      panel.hidden = true;
      input.disabled = false;
      input.value = "";
      input.focus();
    };

    const take = () => {
      const file = input.files[0];
      if (!file) return;
      if (file.size > Number(words.largest)) complain(sentence(words.tooLarge, { name: file.name }));
      else if (file.size) start(file);
    };
    input.addEventListener("change", take);
    // Whoever sends the form while a file is on its way means it to go along.
    form.addEventListener("submit", (event) => {
      if (!upload) return;
      event.preventDefault();
      held = event.submitter ?? form;
      if (upload.paused) resume();
    });
    remembered(words, box, said, panel, bar, buttons);
    // Over a poor line a file may be chosen before this script is there.
    take();
  };

  // What was on its way when the page was left: the browser does not keep the file, so it is chosen once more.
  const remembered = (words, box, said, panel, bar, buttons) => {
    let found = null;
    try {
      for (const key of Object.keys(localStorage)) {
        const left = key.startsWith(MEMORY) ? memory.get(key.slice(MEMORY.length)) : null;
        if (left?.field === words.field && left.page === location.pathname) found = left;
      }
    } catch { return; }
    if (!found) return;
    const at = percent(found.offset, found.size);
    said.textContent = sentence(words.remembered, { name: found.name, percent: at });
    bar.value = at;
    buttons.hidden = true;
    panel.hidden = false;
  };

  document.querySelectorAll("[data-uploads]").forEach(attach);
  document.addEventListener("htmx:load", (event) => {
    event.target.querySelectorAll("[data-uploads]").forEach((box) => { if (!box.querySelector("progress")) attach(box); });
  });
})();
