// What a reader asks of a board: which rows, which columns.
"use strict";
(() => {
  if (!board) {
    return;
  }
  const { chooser, state } = board;
  const GB = 1e9;
  const K = 1024;
  const fields = [...chooser.querySelectorAll("[data-key]")];
  const list = chooser.querySelector("[data-columns]");

  /** Bytes of the weights and of the cache at the context that was chosen; as far as the model goes. */
  board.needs = (row) => {
    const context = Math.min(Number(state.get("context")) || 4 * K, row.context ?? Infinity);
    return row.bytes === undefined ? null : row.bytes + context * (row.cache ?? 0);
  };

  const tests = {
    fits: (value, row) => board.needs(row) !== null && board.needs(row) <= value * GB,
    parameters: (value, row) => row.parameters <= value * GB,
    license: (value, _, model) => model.license === value,
    family: (value, _, model) => model.family === value,
    file: (value, row) => row.format === value || row.type === value,
    name: (value, row, model) => `${model.name} ${row.variant}`.toLowerCase().includes(value.toLowerCase()),
    language: (value, row, _, all) => row.cells.some((cell, at) => cell[0] > 0 && all.heads[at].languages.includes(value)),
  };
  Object.entries(tests).forEach(([key, test]) => board.filters.push((row, model, all) => !state.get(key) || test(state.get(key), row, model, all)));
  board.hidden.push((head) => Boolean(state.get("language")) && head.languages.length > 0 && !head.languages.includes(state.get("language")));

  /** Whether any row has what is asked for. */
  function known(key, value, all) {
    return all.models.some((model) => model.rows.some((row) => tests[key]?.(value, row, model, all)));
  }

  /** Of sizes that a list lacks it has the nearest; else it lacks what is rare, or what means nothing. */
  function understand(list) {
    const { key } = list.dataset;
    const sizes = [...list.options].filter((option) => option.dataset.size).map((option) => ({ value: option.value, size: Number(option.dataset.size) }));
    const asked = state.get(key);
    if (sizes.length > 0) {
      const away = ({ size }) => Math.abs(size - Number(asked));
      state.set(key, Number(asked) > 0 ? sizes.reduce((one, other) => (away(other) < away(one) ? other : one)).value : "");
    } else {
      board.load().then((all) => (known(key, asked, all) ? list.add(new Option(asked)) : state.delete(key))).then(read);
    }
  }

  fields.filter((field) => field.options && ![...field.options].some((option) => option.value === (state.get(field.dataset.key) ?? "")))
    .forEach(understand);
  [...state.keys()].forEach((key) => state.get(key) || state.delete(key));

  function read() {
    fields.forEach((field) => {
      field.value = state.get(field.dataset.key) ?? "";
    });
  }

  fields.forEach((field) => field.addEventListener(field.type === "search" ? "input" : "change",
    () => board.set({ [field.dataset.key]: field.value })));
  chooser.addEventListener("focusin", () => board.load());
  chooser.querySelector("[data-reset]").addEventListener("click", () => {
    board.set(Object.fromEntries([...state.keys()].map((key) => [key, ""])));
    read();
    check();
    fields.find((field) => !field.closest("details:not([open])")).focus();
  });

  /** Ticks the columns that are shown. */
  function check() {
    board.load().then((all) => {
      const shown = board.columns(all).map(({ head }) => head.id);
      list.querySelectorAll("input").forEach((box) => {
        box.checked = shown.includes(box.value);
      });
    });
  }

  function box(head) {
    const label = document.createElement("label");
    const input = document.createElement("input");
    input.type = "checkbox";
    input.value = head.id;
    label.append(input, ` ${head.label}`);
    return label;
  }

  list.parentElement.addEventListener("toggle", () => board.load().then((all) => {
    if (!list.firstChild) {
      list.append(...all.heads.map(box));
    }
    check();
  }));
  list.addEventListener("change", () => {
    const ticked = [...list.querySelectorAll("input:checked")].map((each) => each.value);
    board.set({ columns: ticked.join(",") }).then(check);
  });
  read();
})();
