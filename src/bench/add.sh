#!/bin/sh
# 200 `add` at once must all end up in one file, sorted and clean; and 300 runs of `add`, killed at random moments, must
# leave either the old file or the new one. Usage: src/bench/add.sh
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
file=$folder/reviews.txt
"$here/pruefstand" lint "$here/catalogue/reviews.txt" >/dev/null 2>&1 # builds where needed

# Only ever run in the background: exec makes it the very process that is waited for and killed.
add() { exec "$here/pruefstand" add --into "$file" --name "$1" --date 2026-01-02 --text "Review of $1." >/dev/null 2>&1; }

adds=""
for number in $(seq 200); do
    add "Quorum-$((number * 7919 % 100003))-$number" & adds="$adds $!"
done
failed=0
for pid in $adds; do wait "$pid" || failed=$((failed + 1)); done
lines=$(wc -l <"$file")
"$here/pruefstand" lint "$file" >"$folder/findings" 2>/dev/null || { cat "$folder/findings"; exit 1; }
LC_ALL=C sort -c "$file"
echo "200 at once: $lines entries, $failed failed, sorted and without an error"
[ "$lines" -eq 200 ] && [ "$failed" -eq 0 ]

killed=0
for number in $(seq 300); do
    cp "$file" "$folder/old"
    add "Killed-$((number * 7919 % 100003))-$number" & pid=$!
    awk -v r="$number" 'BEGIN { srand(r); printf "%.3f\n", rand() * 0.4 }' | xargs sleep
    kill -9 "$pid" 2>/dev/null && killed=$((killed + 1))
    wait "$pid" 2>/dev/null || true
    now=$(wc -l <"$file"); old=$(wc -l <"$folder/old")
    if ! cmp -s "$file" "$folder/old"; then
        [ "$now" -eq $((old + 1)) ] && [ "$(diff "$folder/old" "$file" | grep -c '^[<>]')" -eq 1 ] \
            || { echo "neither old nor new after run $number"; exit 1; }
    fi
done
LC_ALL=C sort -c "$file"
echo "300 runs, $killed of them killed: always the old file or the new one, $(wc -l <"$file") entries now"
