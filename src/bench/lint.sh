#!/bin/sh
# Checks a catalogue of 400 MB and 200,000 entries beside `iconv`, which only checks that its bytes are UTF-8, and beside
# `LC_ALL=C sort -c`, which only checks its order; then ten times as many short entries, to see that time grows linearly.
# Needs GNU time. Usage: src/bench/lint.sh [FOLDER FOR THE FILES]
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
folder=${1:-$here/target/bench}
# The JDK that the launcher runs on; the java on the PATH may be older.
jdk=$("$here/pruefstand" doctor --lang en 2>/dev/null | sed -n 's/^Java .* in //p')
java=$jdk/bin/java
mkdir -p "$folder"

generate() { # entries names words file
    [ -f "$folder/$4" ] || "$java" -Xmx4g "$here/src/bench/Reviews.java" "$1" "$2" "$3" "$folder/$4"
}

# The best of five runs, in seconds.
seconds() {
    for run in 1 2 3 4 5; do
        /usr/bin/time -f %e -o "$folder/time" "$@" >/dev/null 2>&1 || { echo "failed: $*" >&2; exit 1; }
        cat "$folder/time"
    done | sort -n | head -n 1
}

# The most anonymous memory that a run holds, in MB, looked at every 5 ms.
anonymous() {
    "$@" >/dev/null 2>&1 &
    most=0
    while kill -0 $! 2>/dev/null; do
        now=$(sed -n 's/^RssAnon:[^0-9]*\([0-9]*\) kB/\1/p' "/proc/$!/status" 2>/dev/null || true)
        [ "${now:-0}" -gt "$most" ] && most=$now
        sleep 0.005
    done
    echo $((most / 1024))
}

generate 200000 20000 290 reviews.txt
generate 1000000 100000 3 short-1.txt
generate 10000000 1000000 3 short-10.txt
"$here/pruefstand" lint "$here/catalogue/reviews.txt" >/dev/null 2>&1 # builds where needed

size=$(($(wc -c <"$folder/reviews.txt") / 1000000))
cat "$folder/reviews.txt" >/dev/null
lint=$(seconds "$here/pruefstand" lint "$folder/reviews.txt")
iconv=$(seconds iconv -f utf-8 -t utf-8 "$folder/reviews.txt")
sort=$(seconds env LC_ALL=C sort -c "$folder/reviews.txt")
awk -v lint="$lint" -v iconv="$iconv" -v sort="$sort" -v size="$size" 'BEGIN {
    printf "%d MB, 200,000 entries: lint %.2f s, iconv %.2f s, sort -c %.2f s; lint/iconv = %.2f\n", size, lint, iconv, sort, lint / iconv }'
echo "peak of anonymous memory: $(anonymous "$here/pruefstand" lint "$folder/reviews.txt") MB"

one=$(seconds "$here/pruefstand" lint "$folder/short-1.txt")
ten=$(seconds "$here/pruefstand" lint "$folder/short-10.txt")
awk -v one="$one" -v ten="$ten" 'BEGIN {
    printf "1,000,000 short entries: %.2f s; 10,000,000: %.2f s; ratio %.1f\n", one, ten, ten / one }'
