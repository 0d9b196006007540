// By which column a board is ordered: its heads are buttons, and a list says the same where there is no room for heads.
"use strict";
(() => {
  if (!board) {
    return;
  }
  const { chooser, table, state } = board;
  const by = chooser.querySelector("[data-sorting]");
  const direction = chooser.querySelector("[data-order]");

  /** What is best comes first. */
  const first = (head) => (head.dataset.sort === "high" ? "descending" : "ascending");

  function sortable() {
    return [...table.tHead.rows[1].cells].map((head, at) => ({ head, at }))
      .filter(({ head }) => ["text", "low", "high"].includes(head.dataset.sort));
  }

  function press(head) {
    if (!head.querySelector("button")) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
    }
  }

  /** As narrow screens call it, where each number has its name beside it. */
  function name({ head, at }) {
    return table.tBodies[0]?.rows[0].cells[at].dataset.label ?? head.querySelector(".name").textContent;
  }

  /** Shows what the address says. */
  board.order = () => {
    const heads = sortable();
    const now = heads.find(({ head }) => head.dataset.id === state.get("sort"));
    const order = state.get("order") === "descending" ? "descending" : "ascending";
    table.querySelectorAll("th[aria-sort]").forEach((head) => head.removeAttribute("aria-sort"));
    heads.forEach(({ head }) => press(head));
    now?.head.setAttribute("aria-sort", order);
    by.replaceChildren(by.options[0], ...heads.map((each) => new Option(name(each), each.head.dataset.id)));
    by.value = now ? now.head.dataset.id : "";
    direction.value = order;
    direction.disabled = !now;
  };

  table.addEventListener("click", (event) => {
    const head = event.target.closest("th[data-id]");
    if (head && event.target.closest("button")) {
      const other = first(head) === "ascending" ? "descending" : "ascending";
      const again = state.get("sort") === head.dataset.id && state.get("order") === first(head);
      board.set({ sort: head.dataset.id, order: again ? other : first(head) }).then(() =>
        table.querySelector(`th[data-id="${CSS.escape(head.dataset.id)}"] button`)?.focus());
    }
  });
  by.addEventListener("change", () => {
    const chosen = sortable().find(({ head }) => head.dataset.id === by.value);
    board.set({ sort: by.value, order: chosen ? first(chosen.head) : "" });
  });
  direction.addEventListener("change", () => board.set({ order: direction.value }));
})();
