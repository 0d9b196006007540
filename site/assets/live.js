// Keeps the live page current: the server sends what it says, in words.
"use strict";
(() => {
  const main = document.querySelector("[data-events]");
  const part = (name) => main.querySelector(`[data-live="${name}"]`);

  function say(name, text) {
    const place = part(name);
    const inside = place.querySelector("bdi") ?? place;
    if (inside.textContent !== text) {
      inside.textContent = text;
    }
    place.hidden = text === "";
  }

  function show(now) {
    for (const name of ["run", "cell", "step", "counts", "began", "expected", "site", "trouble", "faults"]) {
      say(name, now[name]);
    }
    const bar = part("bar");
    bar.hidden = now.of === 0;
    bar.firstElementChild.max = Math.max(1, now.of);
    bar.firstElementChild.value = now.at;
    const recent = part("recent");
    recent.hidden = now.recent.length === 0;
    recent.querySelector("ul").replaceChildren(...now.recent.map((text) => {
      const entry = document.createElement("li");
      const name = document.createElement("bdi");
      name.textContent = text;
      entry.append(name);
      return entry;
    }));
  }

  if (main && "EventSource" in window) {
    const events = new EventSource(main.dataset.events);
    events.addEventListener("open", () => say("lost", ""));
    events.addEventListener("message", (event) => show(JSON.parse(event.data)));
    events.addEventListener("error", () => say("lost", main.dataset.lost));
  }
})();
