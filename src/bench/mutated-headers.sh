#!/bin/sh
# 2,000 mutated GGUF and ONNX models, seeded: each is refused by the readers in Java, or goes to a worker, which refuses it, runs
# it, or dies; this process lives. Prints how many of each, and how workers died.
# Usage: src/bench/mutated-headers.sh [SEED]
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
classes=$here/target/bench/classes
jdk=$("$here/pruefstand" doctor --lang en 2>/dev/null | sed -n 's/^Java .* in //p')
mkdir -p "$classes"
"$jdk/bin/javac" -cp "$here/target/pruefstand.jar:$here/target/lib/*" -d "$classes" "$here"/src/bench/pruefstand/run/MutatedHeaders.java \
    "$here"/src/test/java/pruefstand/run/HeaderMutations.java "$here"/src/test/java/pruefstand/run/MutatedRun.java
"$jdk/bin/java" --enable-native-access=ALL-UNNAMED -Dpruefstand.home="$here" \
    -cp "$classes:$here/target/pruefstand.jar:$here/target/lib/*" pruefstand.run.MutatedHeaders "$here" "${1:-20261126}"
