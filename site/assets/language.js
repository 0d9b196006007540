// Opens the site in the language that the browser asks for; without it the reader chooses.
"use strict";
(() => {
  const rooms = new Map([...document.querySelectorAll("a[data-language]")].map((a) => [a.dataset.language, a.href]));
  const wanted = navigator.languages.map((tag) => tag.split("-")[0]).find((tag) => rooms.has(tag));
  if (wanted) {
    location.replace(rooms.get(wanted));
  }
})();
