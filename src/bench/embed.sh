#!/bin/sh
# Ways of batching in ONNX Runtime, side by side: by tokens, by items, unsorted, one by one.
# Usage: src/bench/embed.sh [THREADS [SENTENCES [FOLDER FOR THE FILES]]]
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
folder=${3:-$here/target/bench}
# The JDK that the launcher runs on; the java on the PATH may be older.
jdk=$("$here/pruefstand" doctor --lang en 2>/dev/null | sed -n 's/^Java .* in //p')
tools=$jdk/bin/
mkdir -p "$folder/classes"
"$here/pruefstand" lint "$here/catalogue/reviews.txt" >/dev/null # builds where needed
"${tools}javac" -cp "$here/target/pruefstand.jar:$here/target/lib/*" -d "$folder/classes" "$here"/src/bench/pruefstand/engine/onnx/*.java
"${tools}java" --enable-native-access=ALL-UNNAMED -cp "$folder/classes:$here/target/pruefstand.jar:$here/target/lib/*" \
    pruefstand.engine.onnx.EmbedBatching "$here" "$folder" "${1:-2}" "${2:-1000}"
