#!/bin/sh
# Search over generated paragraphs: milliseconds a query by words (BM25) and by words and vectors of 384 dimensions, fused, without
# a reranker; size of the static index, and how many bytes of it the site's own script reads for a query (needs node).
# Usage: src/bench/search.sh [PARAGRAPHS [PARAGRAPHS OF THE STATIC INDEX [FOLDER FOR THE FILES]]]
set -eu
. "$(dirname -- "$0")/program.sh"
files=${3:-$folder/search}
rm -rf "$files/static"
heap=${heap:-4g} run pruefstand.search.SearchLatency "$files" "${1:-1000000}" "${2:-100000}"
node "$here/src/bench/bytes-per-query.mjs" "$here/site/assets" "$files/static" "$files/static/queries.txt"
