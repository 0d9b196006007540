// Draws the table of a comparison, with what its intervals say.
"use strict";
const compared = (() => {
  const words = document.getElementById("any").dataset;

  function make(name, attributes = {}, ...children) {
    const space = /svg|line|circle/.test(name) ? "http://www.w3.org/2000/svg" : "http://www.w3.org/1999/xhtml";
    const made = document.createElementNS(space, name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    made.append(...children);
    return made;
  }

  function value([kind, text, why, href, , interval], reasons, { name }) {
    const link = make("a", { class: kind > 0 ? `value${kind === 2 ? " uncertain" : ""}` : kind < 0 ? "failed" : "missing", href },
      make("span", {}, kind === 0 ? "\u2013" : text), kind === 2 ? "*" : "");
    if (why !== null) {
      link.append(make("span", { class: "reason" }, reasons[why]));
    }
    return make("td", { class: "number", "data-label": name }, link, " ", make("span", { class: "interval" }, interval ?? ""));
  }

  function drawing(cells) {
    const drawn = cells.filter((cell) => cell.length > 7);
    const from = Math.min(...drawn.map((cell) => cell[6]));
    const to = Math.max(...drawn.map((cell) => cell[7]));
    const x = (number) => (to > from ? 4 + (92 * (number - from)) / (to - from) : 50).toFixed(1);
    const svg = make("svg", { class: "strip two", viewBox: `0 0 100 ${12 * cells.length}`, "aria-hidden": "true" });
    cells.forEach((cell, i, _, y = 12 * i + 6) => cell.length > 7 && svg.append(
      make("line", { x1: x(cell[6]), x2: x(cell[7]), y1: y, y2: y }), make("circle", { cx: x(cell[4]), cy: y, r: 3 })));
    return drawn.length > 1 ? svg : "";
  }

  /** Whether its numbers have no order, since they are of several models. */
  function apart(head, rows) {
    return head.sort === "none" && new Set(rows.map((row) => row.model)).size > 1;
  }

  function verdict(head, cells, rows) {
    const known = cells.map((cell, i) => ({ cell, i })).filter(({ cell }) => cell.length > 7);
    if (known.length < 2) {
      return cells.filter((cell) => cell[0] > 0).length === 1 ? words.alone : "";
    }
    if (apart(head, rows)) {
      return head.id.includes("perplexity.") ? words.otherTokenizer : words.otherBase;
    }
    const high = head.sort === "high";
    const [best, ...others] = known.sort((a, b) => (high ? b.cell[4] - a.cell[4] : a.cell[4] - b.cell[4]));
    const near = [best, ...others.filter(({ cell }) => best.cell[6] <= cell[7] && best.cell[7] >= cell[6])];
    const better = known.length === 2 ? words.better : words.best;
    return near.length === 1 ? better.replace("{0}", () => rows[best.i].name) : words.none.replace("{0}", () => near.map(({ i }) => rows[i].name).join(", "));
  }

  function show(all, rows) {
    const heads = all.heads.map((head, at) => ({ head, at })).filter(({ at }) => rows.some((row) => row.cells[at][0] > 0));
    const top = (text, kind = "") => make("th", { scope: "col", class: kind }, ...text);
    const table = make("table", { class: "compared" }, make("caption", {}, words.caption), make("thead", {}, make("tr", {}, make("td"),
      ...rows.map((row) => top([make("a", { href: row.href }, row.model), " ", make("span", { class: "unit" }, row.variant)], "number")),
      top([words.intervals], "drawing"), top([words.verdict]))),
    make("tbody", {}, ...heads.map(({ head, at }) => {
      const cells = rows.map((row) => row.cells[at]);
      return make("tr", {}, make("th", { scope: "row" }, head.label, " ", make("span", { class: "unit" }, head.measure)), ...cells.map((cell, i) => value(cell, all.reasons, rows[i])),
        make("td", { class: "drawing" }, apart(head, rows) ? "" : drawing(cells)), make("td", { class: "verdict" }, verdict(head, cells, rows)));
    })));
    const marked = heads.some(({ at }) => rows.some((row) => row.cells[at][0] === 2));
    const note = make("div", { class: "notes" }, make("p", {}, words.marked));
    document.getElementById("compared").replaceChildren(...(rows.length > 1 ? [table, ...(marked ? [note] : [])] : []));
  }

  return { show };
})();
