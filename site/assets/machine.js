// The reader's own machine: what fits into its memory, and how fast it might be.
"use strict";
(() => {
  const words = document.querySelector(".chooser template")?.dataset;
  if (!board || !words) {
    return;
  }
  const { chooser, state } = board;
  const GB = 1e9;
  const share = Number(chooser.dataset.share);
  const error = Number(chooser.dataset.error);
  const format = new Intl.NumberFormat(document.documentElement.lang, { maximumSignificantDigits: 2 });
  const card = chooser.querySelector("[data-key=card]");

  function head(id, text, unit, sort) {
    return { id, text, unit, sort, group: words.group, direction: "", languages: [], important: true, label: `${words.group}: ${text}` };
  }

  function fits(row) {
    const needs = board.needs(row);
    const room = Number(state.get("memory")) * GB;
    return needs === null ? [0, "", words.unknown, ""] : [1, needs <= room ? words.fits : words.tooLarge, null, "", needs, ""];
  }

  /** Tokens per second = bandwidth × share ÷ bytes per token. */
  function speed(row) {
    const needs = board.needs(row);
    if (!row.token || (state.get("memory") && needs > Number(state.get("memory")) * GB)) {
      return [0, "", row.token ? words.tooLarge : words.unknown, ""];
    }
    const tokens = (Number(state.get("bandwidth")) * GB * share) / row.token;
    return [1, `${error > 0 ? "≈" : "≤"}\u00a0${format.format(tokens)}`, null, "", tokens, error > 0 ? `±\u00a0${format.format(error * 100)}\u00a0%` : ""];
  }

  board.further.push(() => [
    ...(state.get("memory") ? [{ head: head("mine.fits", words.fits, "", "low"), cell: fits }] : []),
    ...(state.get("bandwidth") ? [{ head: head("mine.speed", words.speed, `${words.unit}, ${error > 0 ? words.estimate : words.atMost}`, "high"), cell: speed }] : []),
  ]);

  card?.addEventListener("change", () => {
    const { memory = "", bandwidth = "" } = card.selectedOptions[0].dataset;
    chooser.querySelector("[data-key=memory]").value = memory;
    chooser.querySelector("[data-key=bandwidth]").value = bandwidth;
    board.set({ card: card.value, memory, bandwidth });
  });
  const machine = chooser.querySelector(".machine"); // not on boards of what has no such speed
  if (machine && (state.get("memory") || state.get("bandwidth"))) {
    machine.open = true;
  }
})();
