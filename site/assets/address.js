// What a reader chose stands in the address, so that it can be passed on, and in those of the page in other languages.
"use strict";
const address = (() => {
  function follow() {
    document.querySelectorAll(".languages a").forEach((link) => {
      link.search = location.search;
    });
  }

  /** Says what is chosen: parameters, none where nothing is. */
  function say(state) {
    history.replaceState(null, "", `${location.pathname}${state.size ? `?${state}` : ""}`);
    follow();
  }

  follow();
  return { say };
})();
