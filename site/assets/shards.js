// Loads pieces of the search index, which are scripts in search/ (see StaticIndex.java), each once, and reads how they are written.
"use strict";
const { shards, searchShard } = (() => {
  const index = document.currentScript.dataset.index;
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const asked = new Map();
  let loaded = 0;

  function load(name) {
    if (!asked.has(name)) {
      const shard = {};
      const script = document.createElement("script");
      shard.content = new Promise((resolve, reject) => {
        shard.resolve = resolve;
        script.onerror = () => asked.delete(name) && reject();
      });
      asked.set(name, shard);
      script.src = `${index}${name}.js`;
      document.head.append(script);
    }
    return asked.get(name).content;
  }

  // The numbers of a list, as Digits.java writes them.
  function numbers(text) {
    const all = [];
    let [number, shift] = [0, 0];
    for (const c of text) {
      const digit = DIGITS.indexOf(c);
      number |= (digit & 31) << shift;
      shift += 5;
      if (digit < 32) {
        all.push(number);
        number = shift = 0;
      }
    }
    return all;
  }

  // How a word stands in the name of a file.
  function called(word) {
    return word.replace(/[^a-z0-9]/g, (c) => `_${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
  }

  // JSON, deflated, in base 64.
  function unpacked(content) {
    const bytes = Uint8Array.from(atob(content), (c) => c.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).json();
  }

  function searchShard(name, content) {
    loaded += content.length;
    asked.get(name).resolve(unpacked(content));
  }

  return { shards: { load, called, numbers, loaded: () => loaded }, searchShard };
})();
