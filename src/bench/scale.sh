#!/bin/sh
# What grows with the catalogue and the records, and how fast: processor time, memory and disk of lint, site, search, SQL and the check of
# records, at several sizes. docs/scale.md says what follows. Processor time, since other programs on the machine change it least.
# Needs GNU time. Usage: src/bench/scale.sh [MODELS…], each with five paragraphs and ten records.
set -eu
heap=4g
. "$(dirname -- "$0")/program.sh"
[ $# -gt 0 ] || set -- 300 1000 3000
mkdir -p "$folder"

measured() { # what size command…
    what=$1
    size=$2
    shift 2
    /usr/bin/time -f '%U %S %M' -o "$folder/scale.time" "$@" >"$folder/scale.log" 2>&1 || { cat "$folder/scale.log" >&2; exit 1; }
    tail -n 1 "$folder/scale.time" | awk -v what="$what" -v size="$size" '{
        printf "%-34s %9d %9.2f s of processor %7d MB\n", what, size, $1 + $2, $3 / 1024 }'
}

bytes() { # what size file or folder
    du -s --apparent-size -B 1 "$3" | awk -v what="$1" -v size="$2" -v files="$(find "$3" -type f | wc -l)" '{
        printf "%-34s %9d %9.1f MB %9d files\n", what, size, $1 / 1e6, files }'
}

for entries in 10000 100000 1000000; do
    file=$folder/scale-$entries.txt
    [ -f "$file" ] || "$jdk/bin/java" -Xmx4g "$here/src/bench/Reviews.java" "$entries" $((entries / 10)) 40 "$file"
    bytes "review file" "$entries" "$file"
    measured "lint" "$entries" "$here/pruefstand" lint "$file"
done

for models in "$@"; do
    work=$folder/scale-$models
    if [ ! -f "$work/complete" ]; then
        rm -rf "$work"
        mkdir -p "$work/hugo"
        run pruefstand.site.SiteContent "$here" "$models" "$work/workspace" "$work/hugo"
        rm -rf "$work/hugo"
        touch "$work/complete"
    fi
    space=$work/workspace
    bytes "records" "$models" "$space/eval/results"
    measured "query over all records" "$models" "$here/pruefstand" query 'SELECT count(*) FROM metrics' --workspace "$space"
    measured "eval --plan" "$models" "$here/pruefstand" eval --plan --workspace "$space"
    rm -rf "$work/index"
    measured "search, with a new index" "$models" "$here/pruefstand" search Geschwindigkeit --words --index "$work/index" --workspace "$space"
    measured "search, with that index" "$models" "$here/pruefstand" search Geschwindigkeit --words --index "$work/index" --workspace "$space"
    bytes "index of the terminal" "$models" "$work/index"
done

# The longest last.
for models in "$@"; do
    space=$folder/scale-$models/workspace
    rm -rf "$space/site-out"
    measured "site, from nothing" "$models" "$here/pruefstand" site --workspace "$space"
    measured "site, unchanged" "$models" "$here/pruefstand" site --workspace "$space"
    bytes "site" "$models" "$space/site-out"
    bytes "site/search" "$models" "$space/site-out/search"
done
