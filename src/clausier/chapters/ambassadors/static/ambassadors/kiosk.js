"use strict";
// A shared tablet goes back to its first page after a minute without a touch; a touch tells the server that somebody
// still reads. Nothing is kept on the device.
const leave = document.querySelector("[data-kiosk]");
if (leave) {
  const IDLE = 60000, WARNED = 15000, TOLD = 20000;
  const warning = document.querySelector("[data-leaving]");
  const token = leave.querySelector("[name=csrfmiddlewaretoken]").value;
  let touched = Date.now();
  let told = touched;
  const touch = () => {
    touched = Date.now();
    if (touched - told > TOLD) {
      told = touched;
      fetch(leave.dataset.alive, { method: "POST", headers: { "X-CSRFToken": token } }).catch(() => {});
    }
  };
  for (const kind of ["pointerdown", "pointermove", "keydown", "scroll", "input"]) {
    window.addEventListener(kind, touch, { passive: true, capture: true });
  }
  window.addEventListener("pageshow", (event) => { if (event.persisted) window.location.reload(); });
  const watch = setInterval(() => {
    const left = IDLE - (Date.now() - touched);
    warning.hidden = left > WARNED;
    if (left > 0) return;
    clearInterval(watch); // once: a second one would call off the first, on a slow network
    leave.submit();
  }, 1000);
}
