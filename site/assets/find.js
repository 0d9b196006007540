// Finds passages without a server: looks words up in the index that shards.js loads, ranks as Lucene does.
"use strict";
const find = (() => {
  const LETTERS = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };
  const MOST = { shown: 10, words: 5, read: 30000, loaded: 100000 }; // read: characters of long lists; loaded: bytes in all
  const { load, called, numbers } = shards;

  function fold(word) {
    return word.normalize("NFC").toLowerCase().replace(/[äöüß]/g, (c) => LETTERS[c]).normalize("NFD").replace(/[\p{M}\u00ad]/gu, "");
  }

  // The rows around a word, and all that begin with it.
  async function rows(word, node) {
    if (Array.isArray(node)) {
      return node;
    }
    const at = Math.max(0, node.words.findLastIndex((first) => first <= word));
    const below = [at, at + 1].filter((i) => i === at || node.words[i]?.startsWith(word));
    return (await Promise.all(below.map(async (i) => rows(word, await load(`w${node.level - 1}-${called(node.words[i])}`))))).flat();
  }

  // The terms of a word; of an unknown one, those of the words with the longest common beginning.
  async function terms(word, top) {
    const near = (await rows(word, top)).filter((row) => row[1]);
    let like = near.filter((row) => row[0] === word);
    for (let end = word.length; !like.length && end && end >= Math.min(word.length, Math.max(4, word.length * 0.6)); end--) {
      like = near.filter((row) => row[0].startsWith(word.slice(0, end))).sort((a, b) => a[0].length - b[0].length).slice(0, 4);
    }
    return [...new Set(like.flatMap((row) => row[1].split(" ")))];
  }

  async function lists(word, at, top) {
    return Promise.all((await terms(word, top)).map(async (term) => {
      const row = (await rows(term, top)).find((each) => each[0] === term);
      const [passages, file, ...found] = numbers(row[2]);
      return { word: at, passages, file: file && `t-${called(term)}`, found };
    }));
  }

  // Words with long lists weigh little: the shortest are read first.
  async function complete(lists) {
    let left = MOST.read;
    const read = lists.sort((a, b) => a.passages - b.passages)
      .filter((each) => !each.file || (left -= Math.min(each.passages, 600) * 8) >= 0);
    return Promise.all(read.map(async (each) =>
      each.file ? { ...each, found: numbers(await load(each.file)) } : each));
  }

  function ranked(lists, words, root) {
    const [german, english] = root.firsts;
    const here = (n) => n < german || (document.documentElement.lang === "de" ? n < english : n >= english);
    const all = new Map();
    for (const { word, passages, found } of lists) {
      const rarity = Math.log(1 + (root.passages - passages + 0.5) / (passages + 0.5));
      for (let i = 0, passage = 0; i < found.length; i += 5) {
        passage += found[i];
        const weight = rarity * found[i + 1] / (found[i + 1] + 1.2 * (0.25 + 0.75 * found[i + 2] / root.length));
        if (here(passage)) {
          const hits = all.get(passage) ?? all.set(passage, words.map(() => ({ weight: 0 }))).get(passage);
          if (weight > hits[word].weight) {
            hits[word] = { weight, start: found[i + 3] - 1, length: found[i + 4] };
          }
        }
      }
    }
    return [...all].map(([passage, hits]) => ({ passage, hits, score: hits.reduce((sum, hit) => sum + hit.weight, 0) }))
      .sort((a, b) => b.score - a.score || a.passage - b.passage);
  }

  // As many of the next as are shown at once, or as can be loaded.
  function shown(found, from, before, root) {
    const room = Math.floor((MOST.loaded - shards.loaded() + before) / root.largest);
    return found.slice(from, from + Math.max(1, Math.min(MOST.shown, room)));
  }

  // from: how many of the best are not asked for again
  return async (query, from = 0) => {
    const before = shards.loaded();
    const root = await load("root");
    const stop = new Set(root.stop_words.split(" "));
    const words = [...new Set((query.match(/[\p{L}\p{Nd}\p{M}\u00ad]+/gu) ?? []).map(fold))]
      .filter((word) => !stop.has(word)).slice(0, MOST.words);
    const all = (await Promise.all(words.map((word, at) => lists(word, at, root.top)))).flat();
    const read = await complete(all);
    const found = ranked(read, words, root);
    const best = await Promise.all(shown(found, from, before, root).map(async ({ passage, hits }) =>
      ({ hits, shown: (await load(`p${passage >> 6}`))[passage & 63] })));
    const whole = read.length === all.length && read.every((each) => each.found.length === each.passages * 5);
    return { best, total: found.length, whole };
  };
})();
