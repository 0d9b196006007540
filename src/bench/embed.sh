#!/bin/sh
# Vectors of 1,000 sentences of 5 to 120 words as the program batches them, in unsorted padded batches of 32, one by one, and in
# other ways: through a model of the shape of MiniLM-L6 in ONNX Runtime and in llama.cpp, and through the small model that is
# shipped. Lengths are "natural", many short and few long, as sentences have them, or "even".
# Usage: src/bench/embed.sh [THREADS [SENTENCES [ROUNDS [natural|even [FOLDER FOR THE FILES]]]]]
set -eu
. "$(dirname -- "$0")/program.sh"
for class in onnx.EmbedBatching llamacpp.EncodeBatching; do
    run "pruefstand.engine.$class" "$here" "${5:-$folder}" "${1:-2}" "${2:-1000}" "${3:-3}" "${4:-natural}"
done
