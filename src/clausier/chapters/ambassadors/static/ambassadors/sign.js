"use strict";
// Which headings were opened, kept on this device only: nothing is sent, and nothing depends on it.
for (const section of document.querySelectorAll("[data-progress]")) {
  const name = `clausier-read-${section.dataset.progress}`;
  const opened = new Set((localStorage.getItem(name) || "").split(" ").filter(Boolean));
  const cards = [...section.querySelectorAll("[data-clause]")];
  const tell = () => {
    section.querySelector("[data-count]").textContent = cards.filter((card) => opened.has(card.dataset.clause)).length;
    section.querySelector("[data-opened]").hidden = false;
  };
  for (const card of cards) {
    card.addEventListener("toggle", () => {
      if (card.open) {
        opened.add(card.dataset.clause);
        localStorage.setItem(name, [...opened].join(" "));
        tell();
      }
    });
  }
  tell();
}
