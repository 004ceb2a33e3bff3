// Improves pages that work without it: a link that checks all boxes, the choice that goes with a
// password that is typed, text that is copied at a click, a row of pages that shows where one is.
"use strict";

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-checks]");
  if (!link) return;
  event.preventDefault();
  for (const box of document.querySelectorAll(link.dataset.checks)) {
    if (!box.disabled) box.checked = link.dataset.on === "1";
  }
});

document.addEventListener("input", (event) => {
  if (event.target.type !== "password" || !event.target.form) return;
  const own = event.target.form.querySelector("input[name=how][value=type]");
  if (own) own.checked = true;
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-copies]");
  if (!button) return;
  const source = document.querySelector(button.dataset.copies);
  if (!source) return;
  navigator.clipboard.writeText(source.textContent.trim()).then(() => {
    button.textContent = "Copied";
  });
});

// A piece of a page cannot show what a whole page says: that the session is over, that there is
// something to do first, that the server is busy.
document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr, target, requestConfig } = event.detail;
  const asked = new URL(requestConfig.path, location.href).pathname;
  const moved = xhr.responseURL && new URL(xhr.responseURL).pathname !== asked;
  if (xhr.status === 401 || moved) {
    event.detail.shouldSwap = false;
    location.reload();
  } else if (xhr.status >= 400) {
    event.detail.shouldSwap = target.id !== "strength";
    event.detail.target = document.querySelector("main");
    event.detail.selectOverride = "main";
  }
});

const reveal = (root) => {
  for (const element of root.querySelectorAll("[data-script]")) element.hidden = false;
};
document.addEventListener("DOMContentLoaded", () => {
  reveal(document);
  // On a narrow screen the pages' row scrolls, and where one is may be beyond its edge.
  document.querySelector(".side [aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
});
document.addEventListener("htmx:afterSwap", (event) => reveal(event.target));
