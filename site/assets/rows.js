// Draws a board's rows, heads and pages as the pages were built that need no script.
"use strict";
(() => {
  if (!board) {
    return;
  }
  const { table, state } = board;
  const ROWS = 24; // on a page, as on those that were built

  /** Models divided among pages; one is never torn apart. */
  board.pages = (models) => {
    const found = [[]];
    let rows = 0;
    for (const each of models) {
      if (rows > 0 && rows + each.rows.length > ROWS) {
        found.push([]);
        rows = 0;
      }
      found.at(-1).push(each);
      rows += each.rows.length;
    }
    return found;
  };

  board.draw = (all, shown, models, element) => {
    const [groups, heads] = table.tHead.rows;
    groups.replaceChildren(groups.cells[0], ...grouped(shown, element));
    heads.replaceChildren(heads.cells[0], heads.cells[1], ...shown.map(({ head }, at) => element("th", {
      scope: "col", "data-sort": head.sort, "data-id": head.id, class: classes(shown, at),
    }, element("span", { class: "name" }, head.text), head.unit ? element("span", { class: "unit" }, head.unit) : null)));
    table.classList.toggle("many", shown.length > 8);
    table.classList.toggle("crowded", shown.length > 10);
    table.classList.toggle("few", shown.length <= 2);
    [...table.tBodies].forEach((body) => body.remove());
    table.append(...models.map(({ model, rows }) => element("tbody", {}, ...rows.map((row) => element("tr", {},
      element("th", { scope: "row", class: "model" }, element("a", { href: model.href }, element("bdi", {}, model.name))),
      element("td", { class: "variant" }, element("bdi", {}, row.variant)),
      ...shown.map(({ head, cell }, at) => drawn(all, head, cell(row), `${classes(shown, at)}${head.important ? "" : " less"}`, element)))))));
    board.order();
  };

  function begins(shown, at) {
    return at === 0 || shown[at].head.group !== shown[at - 1].head.group;
  }

  function classes(shown, at) {
    return `number${begins(shown, at) ? " first" : ""}${shown[at].head.estimate ? " estimate" : ""}`;
  }

  function grouped(shown, element) {
    const starts = shown.map((_, at) => at).filter((at) => begins(shown, at));
    return starts.map((at, i) => {
      const { head } = shown[at];
      const span = (starts[i + 1] ?? shown.length) - at;
      if (!head.group) {
        return element("td", { colspan: span });
      }
      const name = head.about ? element("a", { href: head.about }, head.group) : head.group;
      return element("th", { scope: "colgroup", colspan: span }, element("span", { class: "name" }, name),
        head.direction ? element("span", { class: "unit" }, head.direction) : null);
    });
  }

  /** A cell is: 1 a value, 2 an uncertain one, 3 one of the best, 0 a gap, -1 a failure; text; reason; address; number; interval. */
  function drawn(all, head, [kind, text, why, href, number, interval], kinds, element) {
    const reason = why === null ? null : element("span", { class: "reason" }, typeof why === "string" ? why : all.reasons[why]);
    const value = element("span", {}, kind === 0 ? "\u2013" : text);
    const type = kind > 0 ? `value${["", "", " uncertain", " best"][kind]}` : kind < 0 ? "failed" : "missing";
    const link = element(href ? "a" : "span", { class: type, href: href || null, tabindex: href || why === null ? null : 0 },
      value, kind === 2 ? "*" : "", reason ?? "");
    return element("td", { class: kinds, "data-label": head.label ?? head.text }, link,
      interval ? " " : "", interval ? element("span", { class: "interval" }, interval) : "");
  }

  board.turn = (count, page, element) => {
    const old = document.querySelector("nav.pager");
    const pager = old ?? element("nav", { class: "pager", "aria-label": table.dataset.pages }, element("ul", {}));
    if (!old) {
      table.closest(".wide").after(pager);
    }
    pager.hidden = count === 1;
    pager.firstElementChild.replaceChildren(...Array.from({ length: count }, (_, i) => {
      const query = new URLSearchParams(state);
      query.set("page", i + 1);
      const link = element("a", { href: `?${query}`, "aria-current": i + 1 === page ? "page" : null }, String(i + 1));
      link.addEventListener("click", (event) => {
        event.preventDefault();
        board.set({ page: String(i + 1) }).then(() => table.scrollIntoView());
      });
      return element("li", {}, link);
    }));
  };
})();
