/* The checksum of a file, computed where the file is: nothing of it leaves the device. Without this the sum is typed. */
"use strict";

(() => {
  if (!window.crypto?.subtle) return;

  document.querySelectorAll("[data-sum-of]").forEach((part) => {
    const target = document.getElementById(part.dataset.sumOf);
    const said = part.querySelector("[role=status]");
    part.hidden = false;

    part.querySelector("input").addEventListener("change", async (event) => {
      const [file] = event.target.files;
      if (!file) return;
      said.textContent = part.dataset.summing;
      const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
      target.value = [...sum].map((byte) => byte.toString(16).padStart(2, "0")).join("");
      said.textContent = "";
    });
  });
})();
