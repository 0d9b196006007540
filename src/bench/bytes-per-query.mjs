// How many bytes of a static index the site's own script reads for each query of a file, in a fresh page each.
// Usage: node bytes-per-query.mjs FOLDER-OF-THE-SCRIPTS FOLDER-WITH-search/ QUERIES
import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";

const [scripts, folder, queries] = process.argv.slice(2);
const code = ["shards.js", "find.js"].map((name) => readFileSync(`${scripts}/${name}`, "utf8")).join("\n");

async function bytes(query) {
  let read = 0;
  const document = {
    currentScript: { dataset: { index: `${folder}/search/` } },
    documentElement: { lang: "de" },
    createElement: () => ({}),
    head: {
      append({ src }) {
        const shard = readFileSync(src);
        read += shard.length;
        setImmediate(() => runInContext(shard.toString("utf8"), page));
      },
    },
  };
  const page = createContext({ document, atob, Blob, DecompressionStream, Response });
  const { find } = runInContext(`${code}; ({ find })`, page);
  const { best, total } = await find(query);
  return { read, total, few: best.length < Math.min(10, total) };
}

const all = [];
for (const query of readFileSync(queries, "utf8").split("\n").filter(Boolean)) {
  all.push({ query, ...await bytes(query) });
}
all.sort((a, b) => a.read - b.read);
const at = (share) => all[Math.ceil(share * all.length) - 1].read;
console.log(`bytes per static query, ${all.length} queries: p50 ${at(0.5)}  p99 ${at(0.99)}  max ${at(1)} (${all.at(-1).query})`);
console.log(`queries that showed fewer than ten to stay below 100 kB: ${all.filter((each) => each.few).length}`);
console.log(`queries without a find: ${all.filter((each) => !each.total).length}`);
