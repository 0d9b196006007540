#!/bin/sh
# Builds a site of many models (five paragraphs and ten records each) and the same content with Hugo, where it is installed: pages a
# second of both from a cold start to the last file, in one run; then the site once more unchanged, and once more after one entry was
# changed, and again after it got a word that no other has. Both write everything, the records among it. Hugo makes the same kinds of pages of about as many elements: models, boards and
# tasks in pages of twelve models, families with their chart, nights; and the same files beside them: JSON of each model, JSON and CSV of the
# boards and tasks, their rows for scripts, the texts for a search. Its templates cache what its users would (partialCached), and make flat files as ours are.
# What still differs: Hugo makes no comparisons of neighbours (50 pages) and no glossary, method and charts (20 pages); its search is a list of
# texts, ours a sharded index with stems; its numbers have fixed digits, ours as many as their intervals justify; its links are
# absolute and unchecked, ours relative and checked; ours notes what it wrote, so that the next build leaves what is the same.
# Needs room on the disk for one site of each program more than there are rounds (2 GB each of 10,000 models); they are removed at the end.
# Usage: src/bench/site.sh [MODELS [ROUNDS]]; with HUGO=no only this program is timed and only its content made, as for very many models.
set -eu
heap=4g
. "$(dirname -- "$0")/program.sh"
models=${1:-10000}
rounds=${2:-3}
work=$folder/site-$models

if [ ! "$work/complete" -nt "$here/src/bench/pruefstand/site/SiteContent.java" ] || { [ "${HUGO:-yes}" != no ] && [ ! -d "$work/hugo/content" ]; }; then
    rm -rf "$work"
    mkdir -p "$work/hugo"
    run pruefstand.site.SiteContent "$here" "$models" "$work/workspace" $([ "${HUGO:-yes}" = no ] || echo "$work/hugo")
    touch "$work/complete"
fi
rm -rf "$work/hugo/layouts" "$work/hugo/i18n" "$work/hugo/data"
cp -r "$here/src/bench/hugo/." "$work/hugo/"
mkdir -p "$work/hugo/assets"
cp "$here/site/data/cards.csv" "$work/hugo/assets/"

# The heap that a site of 100,000 models has to do with.
export JAVA_TOOL_OPTIONS="-Xmx$heap"

trap 'rm -rf "$work/before"' EXIT
mkdir -p "$work/before"
# Every round writes into no folder yet, on a disk that has nothing left to do. The site before is put aside and not removed: ext4 gives out no
# inode that was freed in the last minute or five, and goes through all of them again for each new file, which costs up to 20 s here.
aside() { # folder…
    for old in "$@"; do
        [ ! -e "$old" ] || mv "$old" "$(mktemp -d "$work/before/XXXXXX")"
    done
    sync
}

timed() { # command…: prints seconds and kB
    /usr/bin/time -f '%e %M' -o "$folder/time" "$@" >"$folder/site.log" 2>&1 || { cat "$folder/site.log" >&2; exit 1; }
    cat "$folder/time"
}

pages() { find "$1" -name '*.html' | wc -l; }

row() { # who seconds memory pages
    awk -v who="$1" -v s="$2" -v kb="$3" -v pages="$4" 'BEGIN {
        printf "%-34s %8.2f s %8d MB %8d pages %8.0f pages/s\n", who, s, kb / 1024, pages, pages / s }'
}

best_own=; best_hugo=
for round in $(seq "$rounds"); do
    aside "$work/workspace/site-out"
    set -- $(timed "$here/pruefstand" site --workspace "$work/workspace"); own=$1
    row "Prüfstand" "$1" "$2" "$(pages "$work/workspace/site-out")"
    own_rate=$(awk -v p="$(pages "$work/workspace/site-out")" -v s="$own" 'BEGIN { print p / s }')
    best_own=$(printf '%s\n%s\n' "${best_own:-0}" "$own_rate" | sort -g | tail -n 1)
    if [ "${HUGO:-yes}" != no ] && command -v hugo >/dev/null; then
        aside "$work/hugo/public" "$work/hugo/resources"
        set -- $(timed hugo --source "$work/hugo" --quiet)
        row "Hugo" "$1" "$2" "$(pages "$work/hugo/public")"
        hugo_rate=$(awk -v p="$(pages "$work/hugo/public")" -v s="$1" 'BEGIN { print p / s }')
        best_hugo=$(printf '%s\n%s\n' "${best_hugo:-0}" "$hugo_rate" | sort -g | tail -n 1)
    fi
done
if [ -n "$best_hugo" ]; then
    awk -v own="$best_own" -v hugo="$best_hugo" 'BEGIN { printf "pages a second, Prüfstand / Hugo = %.2f\n", own / hugo }'
else
    echo "Hugo is not installed or not wanted: only this program was timed"
fi

set -- $(timed "$here/pruefstand" site --workspace "$work/workspace")
row "unchanged" "$1" "$2" "$(pages "$work/workspace/site-out")"
sed -i '1s/\.$/ !./' "$work/workspace/catalogue/reviews.txt"
set -- $(timed "$here/pruefstand" site --workspace "$work/workspace")
row "one entry changed" "$1" "$2" "$(pages "$work/workspace/site-out")"
sed -i '1s/ !\.$/ Zwielichtigere./' "$work/workspace/catalogue/reviews.txt"
set -- $(timed "$here/pruefstand" site --workspace "$work/workspace")
row "one entry with a new word" "$1" "$2" "$(pages "$work/workspace/site-out")"
sed -i '1s/ Zwielichtigere\.$/./' "$work/workspace/catalogue/reviews.txt"
