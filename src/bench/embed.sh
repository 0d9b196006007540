#!/bin/sh
# Ways of batching in ONNX Runtime, side by side: by tokens, by items, unsorted, one by one.
# Usage: src/bench/embed.sh [THREADS [SENTENCES [FOLDER FOR THE FILES]]]
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
folder=${3:-$here/target/bench}
tools=${JAVA_HOME:+$JAVA_HOME/bin/}
mkdir -p "$folder/classes"
"$here/pruefstand" lint "$here/catalogue/reviews.txt" >/dev/null # builds where needed
"${tools}javac" -cp "$here/target/pruefstand.jar:$here/target/lib/*" -d "$folder/classes" "$here"/src/bench/pruefstand/engine/onnx/*.java
"${tools}java" --enable-native-access=ALL-UNNAMED -cp "$folder/classes:$here/target/pruefstand.jar:$here/target/lib/*" \
    pruefstand.engine.onnx.EmbedBatching "$here" "$folder" "${1:-2}" "${2:-1000}"
