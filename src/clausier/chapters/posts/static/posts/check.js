"use strict";
// Fixes made in the box itself, and the check without leaving the page. The page does both without it.
(() => {
  const form = document.querySelector("[data-check]");
  const box = form?.querySelector("textarea[name=text]");
  if (!box) return;

  // The engine counts code points, the browser counts UTF-16 units.
  const units = (text, points) => [...text].slice(0, points).join("").length;

  function mend(edits) {
    for (const { start, end, insert } of [...edits].sort((a, b) => b.start - a.start)) {
      box.setRangeText(insert, units(box.value, start), units(box.value, end), "preserve");
    }
    box.focus();
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }

  form.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.dataset.edits) {
      event.preventDefault();
      mend(JSON.parse(button.dataset.edits));
    } else if (button?.hasAttribute("data-ask-now") && window.htmx && form.hasAttribute("hx-post")) {
      event.preventDefault();
      window.htmx.trigger(form, "check");
    }
  });
})();
