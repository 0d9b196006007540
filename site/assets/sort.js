// Sorts a table by the column whose head is pressed: rows within their model, models by their best row.
"use strict";
(() => {
  const collator = new Intl.Collator(document.documentElement.lang);

  function key(row, column, text) {
    const cell = row.cells[column];
    return text ? cell.textContent.trim() : cell.dataset.key === undefined ? null : Number(cell.dataset.key);
  }

  function compare(a, b, direction) {
    if (a === null || b === null) {
      return (a === null) - (b === null); // what is missing stays below
    }
    return direction * (typeof a === "string" ? collator.compare(a, b) : a - b);
  }

  function sort(table, column, text, direction) {
    const bodies = [...table.tBodies].map((body) => {
      const rows = [...body.rows].map((row) => ({ row, key: key(row, column, text) }));
      rows.sort((a, b) => compare(a.key, b.key, direction));
      body.append(...rows.map((each) => each.row));
      return { body, key: rows[0].key };
    });
    bodies.sort((a, b) => compare(a.key, b.key, direction));
    table.append(...bodies.map((each) => each.body));
  }

  function press(table, head, column) {
    table.querySelectorAll("td.tied").forEach((cell) => cell.classList.remove("tied", "tie-begins", "tie-ends")); // joins neighbours only
    const kind = head.dataset.sort;
    const first = kind === "high" ? "descending" : "ascending";
    const other = first === "ascending" ? "descending" : "ascending";
    const order = head.getAttribute("aria-sort") === first ? other : first;
    table.querySelectorAll("th[aria-sort]").forEach((each) => each.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", order);
    sort(table, column, kind === "text", order === "ascending" ? 1 : -1);
  }

  const whole = document.querySelector(".chooser, nav.pager") === null; // else there are rows that are not here: board.js sorts those
  for (const table of whole ? document.querySelectorAll("table.board") : []) {
    [...table.tHead.rows].at(-1).querySelectorAll("th").forEach((head, column) => {
      if (["text", "low", "high"].includes(head.dataset.sort)) {
        const button = document.createElement("button");
        button.type = "button";
        button.append(...head.childNodes);
        head.append(button);
        button.addEventListener("click", () => press(table, head, column));
      }
    });
  }
})();
