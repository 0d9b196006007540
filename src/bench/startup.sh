#!/bin/sh
# How long `lint` takes on 5,000 entries, from the shell prompt, beside `java -version`; the best and the median of 20 runs.
# Needs GNU time. Usage: src/bench/startup.sh
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
folder=$here/target/bench
mkdir -p "$folder"
# The JDK that the launcher runs on; the java on the PATH may be older.
jdk=$("$here/pruefstand" doctor --lang en 2>/dev/null | sed -n 's/^Java .* in //p')
java=$jdk/bin/java
[ -f "$folder/reviews-5000.txt" ] || "$java" "$here/src/bench/Reviews.java" 5000 1000 60 "$folder/reviews-5000.txt"
"$here/pruefstand" lint "$folder/reviews-5000.txt" >/dev/null 2>&1 || true # builds where needed

measure() { # label command…
    label=$1
    shift
    for run in $(seq 20); do
        /usr/bin/time -f %e -o "$folder/time" "$@" >/dev/null 2>&1 || true
        cat "$folder/time"
    done | sort -n | awk -v label="$label" '{ all[NR] = $1 } END { printf "%-28s best %.2f s, median %.2f s\n", label, all[1], all[int((NR + 1) / 2)] }'
}

measure "java -version" "$java" -version
measure "pruefstand lint, 5,000 entries" "$here/pruefstand" lint "$folder/reviews-5000.txt"
