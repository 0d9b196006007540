// Loads pieces of the search index, which are scripts in search/ (see StaticIndex.java), each once.
"use strict";
const { shards, searchShard } = (() => {
  const index = document.currentScript.dataset.index;
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

  // JSON, deflated, in base 64.
  function unpacked(content) {
    const bytes = Uint8Array.from(atob(content), (c) => c.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).json();
  }

  function searchShard(name, content) {
    loaded += content.length;
    asked.get(name).resolve(unpacked(content));
  }

  return { shards: { load, loaded: () => loaded }, searchShard };
})();
