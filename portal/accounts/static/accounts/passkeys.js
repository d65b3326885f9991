// Passkeys: the browser asks the person's device, and a form carries the answer. Without script there is a code by mail.
(() => {
  if (!window.PublicKeyCredential || !window.webauthnJSON) return;

  // A key that lives on the device and is unlocked there: it signs in by itself, without a password.
  const living = (options) => {
    Object.assign(options.publicKey.authenticatorSelection, {
      residentKey: "required", requireResidentKey: true, userVerification: "required",
    });
    return options;
  };

  const options = async (form) => {
    const given = document.getElementById(form.dataset.options);
    if (given) return JSON.parse(given.textContent);
    const response = await fetch(form.action, { headers: { Accept: "application/json" } });
    if (!response.ok) throw new Error(`${response.status}`);
    return response.json();
  };

  const ask = async (form) => {
    const asked = await options(form);
    const credential = asked.creation_options
      ? await webauthnJSON.create(living(asked.creation_options))
      : await webauthnJSON.get(asked.request_options);
    form.elements.credential.value = JSON.stringify(credential);
    form.submit();
  };

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    const button = document.getElementById(form.dataset.passkey);
    const failure = document.getElementById(form.dataset.failure);
    button.hidden = false;
    button.addEventListener("click", async (event) => {
      event.preventDefault();
      failure.hidden = true;
      try {
        await ask(form);
      } catch {
        // Refused, cancelled, or no such key: the browser tells nobody which, and the person knows.
        failure.hidden = false;
      }
    });
  }
})();
