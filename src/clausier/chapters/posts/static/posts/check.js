"use strict";
// Fixes in the box itself, Ctrl+Enter to check, Alt+1…9 to fix, and the copy button. The page does all of it without.
const form = document.querySelector("[data-check]");
const box = form?.querySelector("textarea[name=text]");

// The engine counts code points, the browser counts UTF-16 units.
const units = (text, points) => [...text].slice(0, points).join("").length;

const changed = () => box.dispatchEvent(new Event("input", { bubbles: true }));

const mend = (edits) => {
  for (const { start, end, insert } of [...edits].sort((a, b) => b.start - a.start)) {
    box.setRangeText(insert, units(box.value, start), units(box.value, end), "preserve");
  }
  box.focus();
  changed();
};

const isLive = () => Boolean(window.htmx && form.hasAttribute("hx-post"));

const askNow = () => {
  if (isLive()) {
    window.htmx.trigger(form, "check");
  } else {
    form.requestSubmit(form.querySelector("[data-ask-now]"));
  }
};

form?.addEventListener("click", async (event) => {
  const button = event.target.closest("button");
  if (button?.dataset.edits) {
    event.preventDefault();
    mend(JSON.parse(button.dataset.edits));
  } else if (button?.hasAttribute("data-ask-now") && isLive()) {
    event.preventDefault();
    askNow();
  } else if (button?.hasAttribute("data-copy-text")) {
    await navigator.clipboard.writeText(box.value);
  }
});

document.addEventListener("keydown", (event) => {
  if (!form) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    askNow();
  } else if (event.altKey && /^Digit[1-9]$/.test(event.code)) {
    const button = form.querySelectorAll("[data-edits]")[Number(event.code.slice(5)) - 1];
    if (button) {
      event.preventDefault();
      button.click();
    }
  }
});

const showCopy = () => form?.querySelectorAll("[data-copy-text]").forEach((button) => { button.hidden = !navigator.clipboard; });
document.body.addEventListener("htmx:afterSwap", showCopy);
showCopy();
