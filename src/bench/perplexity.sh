#!/bin/sh
# What perplexity costs beside decoding, at a vocabulary of 151,936: wall time over time inside decode calls, beside a naive loop.
# The model has the proportions of Qwen3-0.6B with 5 of its 28 layers: the fewer layers, the more the log-softmax weighs, and
# with 5 the naive loop costs a fourth of decoding's time.
# Usage: src/bench/perplexity.sh [THREADS [LAYERS [CHUNKS [ROUNDS [FOLDER FOR THE FILES]]]]]
set -eu
. "$(dirname -- "$0")/program.sh"
run pruefstand.engine.llamacpp.PerplexityCost "$here" "${5:-$folder}" "${1:-2}" "${2:-5}" "${3:-4}" "${4:-5}"
