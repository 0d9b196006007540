// Chooses two to four rows of a board to compare; the choice stands in the address.
"use strict";
(() => {
  const place = document.getElementById("any");
  const kinds = place.querySelector("[data-key=board]");
  const choices = [...place.querySelectorAll("[data-row]")];
  const state = new URLSearchParams(location.search);

  function load(option) {
    option.loaded ??= new Promise((done) => {
      window.boardData = done;
      const script = document.createElement("script");
      script.src = option.dataset.source;
      document.head.append(script);
    });
    return option.loaded;
  }

  async function update() {
    const all = await load(kinds.selectedOptions[0]);
    const rows = new Map(all.models.flatMap((model) => model.rows.map((row) => [`${model.name}:${row.variant}`,
      { ...row, model: model.name, href: model.href, name: `${model.name} ${row.variant}` }])));
    const asked = state.getAll("row");
    choices.forEach((choice, i) => {
      choice.replaceChildren(choice.options[0], ...[...rows].map(([id, row]) => new Option(row.name, id)));
      choice.value = rows.has(asked[i]) ? asked[i] : "";
    });
    compared.show(all, choices.map((choice) => rows.get(choice.value)).filter(Boolean));
  }

  place.addEventListener("change", (event) => {
    state.delete("row");
    state.set("board", kinds.value);
    if (event.target !== kinds) {
      choices.filter((choice) => choice.value).forEach((choice) => state.append("row", choice.value));
    }
    address.say(state);
    update();
  });
  if ([...kinds.options].some((option) => option.value === state.get("board"))) {
    kinds.value = state.get("board");
  }
  place.hidden = false;
  update();
})();
