#!/bin/sh
# Tries what `add` promises about the file it writes to. First 200 `add` processes at once: all 200 entries are in the file
# afterwards, sorted, without an error. Then 300 `add` processes, each killed (SIGKILL) at a random moment: the file always
# holds exactly what it held before or exactly that and the entry. Ends 1 where that is not so.
# Usage: src/bench/add.sh [AT ONCE] [KILLS] [SEED]
set -eu
export LC_ALL=C # sort, awk and cmp look at bytes

here=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
at_once=${1:-200}
kills=${2:-300}
seed=${3:-1}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
file=$folder/reviews.txt

fail() {
    echo "failed: $*" >&2
    exit 1
}

# Names that are far from each other, so that lint finds nothing to say about them.
name() {
    echo "Model-$(echo "$1" | cksum | cut -d ' ' -f 1)"
}

add() {
    exec "$here/pruefstand" add --into "$file" --name "$1" --date 2025-06-01 --url "https://example.org/$1" \
        --text "Ein Satz zu $1."
}

line() {
    echo "$1/2025-06-01/https://example.org/$1: Ein Satz zu $1."
}

# 1,000 entries of about 1.5 KB.
awk 'BEGIN {
    for (word = 0; word < 60; word++) text = text " Bewertung, die lang ist."
    for (entry = 0; entry < 1000; entry++) {
        name = sprintf("Base-%09d", entry * 7919003 % 1000000007)
        print name "/2025-01-01/https://example.org/" name ": Eine" text
    }
}' | sort >"$file"
"$here/pruefstand" lint "$file" >/dev/null 2>&1 || fail "the generated file is not in order" # builds where needed

cp "$file" "$folder/expected"
begin=$(date +%s.%N)
pids=
number=0
while [ "$number" -lt "$at_once" ]; do
    number=$((number + 1))
    (add "$(name "$number")") >/dev/null 2>"$folder/error-$number" &
    pids="$pids $!"
    line "$(name "$number")" >>"$folder/expected"
done
for pid in $pids; do
    wait "$pid" || fail "an add among $at_once at once: $(cat "$folder"/error-*)"
done
end=$(date +%s.%N)
sort -o "$folder/expected" "$folder/expected"
sort -c "$file" || fail "the file is not sorted"
cmp -s "$file" "$folder/expected" || fail "$at_once add at once, and $(($(wc -l <"$file") - 1000)) entries more"
"$here/pruefstand" lint --strict "$file" >/dev/null 2>&1 || fail "lint finds something"
awk -v n="$at_once" -v begin="$begin" -v end="$end" -v lines="$(wc -l <"$file")" 'BEGIN {
    printf "%d add at once: %d entries more, %d in all, sorted, lint finds nothing; %.1f s\n",
        n, lines - 1000, lines, end - begin }'

# How long a run takes that is let be; the moments of the kills lie between its start and a little after its end.
begin=$(date +%s.%N)
(add "$(name whole)") >/dev/null 2>&1
end=$(date +%s.%N)
whole=$(awk -v begin="$begin" -v end="$end" 'BEGIN { print end - begin }')
awk -v seed="$seed" -v n="$kills" -v whole="$whole" 'BEGIN {
    srand(seed)
    for (kill = 0; kill < n; kill++) printf "%.4f\n", rand() * whole * 1.2
}' >"$folder/moments"

old=0
new=0
killed=0
while read -r moment; do
    number=$((number + 1))
    name=$(name "$number")
    cp "$file" "$folder/old"
    line "$name" | sort -m - "$folder/old" >"$folder/new"
    (add "$name") >/dev/null 2>&1 &
    sleep "$moment"
    kill -9 $! 2>/dev/null || true
    code=0
    wait $! 2>/dev/null || code=$?
    [ "$code" -ne 137 ] || killed=$((killed + 1))
    if cmp -s "$file" "$folder/old"; then
        [ "$code" -eq 137 ] || fail "add $name ended $code and wrote nothing"
        old=$((old + 1))
    elif cmp -s "$file" "$folder/new"; then
        new=$((new + 1))
    else
        fail "after a kill at $moment s the file is neither the old nor the new one"
    fi
done <"$folder/moments"
left=$(find "$folder" -name '.reviews.txt.*' | wc -l)
awk -v whole="$whole" 'BEGIN { printf "a whole add takes %.2f s; ", whole }'
echo "of $kills, killed up to 1.2 times that after their start (seed $seed), $killed had not ended: $old times the old file," \
    "$new times the new one, never another; $left temporary files left beside it"
