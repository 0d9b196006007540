// Shows while typing what find.js finds: whose, the sentence with the hits, what it is, when.
"use strict";
(() => {
  const LONG = 400;
  const form = document.getElementById("search");
  const field = form.elements.q;
  const count = document.getElementById("count");
  const list = document.getElementById("found");
  const more = document.getElementById("more");
  const say = form.dataset;
  const day = new Intl.DateTimeFormat(say.locale, { dateStyle: "long", timeZone: "UTC" });
  let asked = 0;
  let pause;

  function element(name, style, ...content) {
    const made = document.createElement(name);
    made.className = style;
    made.append(...content);
    return made;
  }

  // The first sentence with the most hits, each counted from its start.
  function best(sentences, hits) {
    let start = 0;
    let chosen = { text: "", inside: [] };
    for (const text of sentences) {
      const inside = hits.filter((hit) => hit.start >= start && hit.start < start + text.length)
        .map((hit) => [hit.start - start, hit.length]).sort((a, b) => a[0] - b[0]);
      chosen = !chosen.text || inside.length > chosen.inside.length ? { text, inside } : chosen;
      start += text.length;
    }
    return chosen;
  }

  // A sentence with its hits marked; of a long one what is around them.
  function marked({ text, inside }) {
    let at = text.length > LONG && inside.length ? Math.max(0, inside[0][0] - LONG / 4) : 0;
    const end = at + LONG;
    const parts = at ? ["… "] : [];
    for (const [from, length] of inside) {
      if (from >= at && from < end) {
        parts.push(text.slice(at, from), element("mark", "", text.slice(from, from + length)));
        at = from + length;
      }
    }
    return [...parts, text.slice(at, end), end < text.length ? " …" : ""];
  }

  // Its address tells, so that the index need not.
  function kind(address) {
    return /#review-/.test(address) ? say.review : /^glossary\.html/.test(address) ? say.term : /^tasks\//.test(address) ? say.task : say.model;
  }

  function entry({ hits, shown: [address, title, date, sentences, language] }) {
    const link = element("a", "", element("bdi", "", title));
    link.href = address;
    const text = element("p", "beginning", ...marked(best(sentences, hits)));
    text.dir = "auto";
    text.lang = language || document.documentElement.lang;
    const dated = element("p", "dated", kind(address));
    if (date) {
      const time = element("time", "", day.format(new Date(date)));
      time.dateTime = date;
      dated.append(" · ", time);
    }
    return element("li", "", element("h2", "", link), text, dated);
  }

  function told({ total, whole }) {
    return (total > 1 ? whole ? say.many : say.least : total ? say.one : say.none).replace("#", total);
  }

  function append({ best, total }) {
    list.append(...best.map(entry));
    more.hidden = list.children.length >= total;
  }

  async function run() {
    const mine = ++asked;
    const query = field.value.trim();
    address.say(new URLSearchParams(query ? { q: query } : {}));
    const found = await find(query).catch(() => null);
    if (mine === asked) { // nothing newer was asked meanwhile
      count.textContent = !found ? say.broken : query ? told(found) : "";
      list.replaceChildren();
      append(found ?? { best: [], total: 0 });
    }
  }

  async function next() {
    const mine = asked;
    const shown = list.children.length;
    const found = await find(field.value.trim(), shown).catch(() => null);
    if (mine === asked && shown === list.children.length) {
      count.textContent = found ? told(found) : say.broken;
      append(found ?? { best: [], total: shown });
      list.children[shown]?.querySelector("a").focus();
    }
  }

  // Up and down lead from the field through the finds and back.
  document.addEventListener("keydown", (event) => {
    const stops = [field, ...list.querySelectorAll("h2 a")];
    const at = stops.indexOf(document.activeElement);
    const next = at < 0 ? null : stops[at + ({ ArrowDown: 1, ArrowUp: -1 }[event.key] ?? stops.length)];
    if (next && !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      next.focus();
    }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    run();
  });
  more.addEventListener("click", next);
  field.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(run, 120);
  });
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  run();
})();
