// A board: shows what the address asks for of all its rows, which are loaded when they are first needed.
"use strict";
const board = (() => {
  const chooser = document.querySelector(".chooser");
  const table = document.querySelector("table.board");
  if (!chooser || !table) {
    return null;
  }
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const state = new URLSearchParams(location.search);
  const self = { chooser, state, filters: [], hidden: [], further: [], load, set, columns };
  let data = null;

  function load() {
    data ??= new Promise((done, failed) => {
      window.boardData = done;
      const script = document.createElement("script");
      script.src = chooser.dataset.source;
      script.onerror = failed;
      document.head.append(script);
    });
    return data;
  }

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => value === null || made.setAttribute(key, value));
    made.append(...children.filter((child) => child !== null));
    return made;
  }

  /** Chosen columns: those of the address, else of the set. */
  function columns(all) {
    const chosen = (state.get("columns") ?? "").split(",").map((id) => all.heads.findIndex((head) => head.id === id)).filter((at) => at >= 0);
    const places = chosen.length > 0 ? chosen : all.sets[chooser.dataset.set];
    const shown = places.filter((at) => !self.hidden.some((hides) => hides(all.heads[at])));
    return [...self.further.flatMap((add) => add()), ...shown.map((at) => ({ head: all.heads[at], cell: (row) => row.cells[at] }))];
  }

  function matching(all) {
    return all.models.map((model) => ({ model, rows: model.rows.filter((row) => self.filters.every((fits) => fits(row, model, all))) }))
      .filter((each) => each.rows.length > 0);
  }

  function compare(a, b, direction) {
    if (a === null || b === null) {
      return (a === null) - (b === null); // what is missing stays below
    }
    return direction * (typeof a === "string" ? collator.compare(a, b) : a - b);
  }

  function sorted(models, shown) {
    const column = shown.find((each) => each.head.id === state.get("sort"));
    if (!column && state.get("sort") !== "model") {
      return models;
    }
    const direction = state.get("order") === "descending" ? -1 : 1;
    const key = (row, model) => (column ? column.cell(row)[4] ?? null : model.name);
    const keyed = models.map(({ model, rows }) => {
      const ordered = rows.map((row) => ({ row, key: key(row, model) })).sort((a, b) => compare(a.key, b.key, direction));
      return { model, rows: ordered.map((each) => each.row), key: ordered[0].key };
    });
    return keyed.sort((a, b) => compare(a.key, b.key, direction));
  }

  function show(all) {
    const shown = columns(all);
    const models = matching(all);
    const found = self.pages(sorted(models, shown));
    const page = Math.min(found.length, Math.max(1, Math.floor(Number(state.get("page"))) || 1));
    self.draw(all, shown, found[page - 1], element);
    self.turn(found.length, page, element);
    const status = chooser.querySelector("[role=status]");
    status.textContent = status.dataset.text.replace("{0}", models.length).replace("{1}", all.models.length);
    chooser.querySelector("[data-reset]").hidden = state.size === 0;
    document.querySelectorAll(".sets a").forEach((link) => {
      const kept = new URLSearchParams([...state].filter(([key]) => !["columns", "sort", "order", "page"].includes(key)));
      link.search = kept.size ? `?${kept}` : "";
    });
  }

  /** Changes what is asked for; an empty value asks for nothing. */
  function set(changes) {
    Object.entries(changes).forEach(([key, value]) => (value ? state.set(key, value) : state.delete(key)));
    if (!("page" in changes)) {
      state.delete("page");
    }
    address.say(state);
    return load().then(show);
  }

  addEventListener("DOMContentLoaded", () => {
    self.order();
    chooser.hidden = false;
    if (state.size > 0) {
      load().then(show);
    }
  });
  return Object.assign(self, { table });
})();
