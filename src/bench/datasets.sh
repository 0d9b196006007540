#!/bin/sh
# Rows a second, and memory kept, of a corpus as JSON Lines, CSV and Parquet, beside a plain loop of Jackson over the same lines.
# Usage: src/bench/datasets.sh [ROWS]
set -eu
. "$(dirname -- "$0")/program.sh"

"$here/pruefstand" lint "$here/catalogue/reviews.txt" >/dev/null # builds where needed
mkdir -p "$folder/classes"
"$jdk/bin/javac" -cp "$libraries" -d "$folder/classes" "$here"/src/bench/pruefstand/task/*.java
"$jdk/bin/java" --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -Xmx3g -cp "$folder/classes:$libraries" \
    pruefstand.task.DataReading "$folder" "${1:-1000000}"
