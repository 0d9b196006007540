#!/bin/sh
# Four-choice questions with a context of 200 tokens: choices scored together against each alone.
# The model has the proportions of Qwen3-0.6B with 8 of its 28 layers, so that a run takes less than a minute. With all of them
# more is gained: the output layer, which nothing is saved of, weighs less.
# Usage: src/bench/score.sh [THREADS [LAYERS [QUESTIONS [ROUNDS [FOLDER FOR THE FILES]]]]]
set -eu
. "$(dirname -- "$0")/program.sh"
run pruefstand.engine.llamacpp.ScoreSharing "$here" "${5:-$folder}" "${1:-2}" "${2:-8}" "${3:-3}" "${4:-3}"
