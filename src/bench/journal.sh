#!/bin/sh
# What it costs to keep a model's answers while a cell is measured: the smallest shipped models with a journal and without, in turns.
# Usage: src/bench/journal.sh [ROUNDS]
set -eu
. "$(dirname -- "$0")/program.sh"
run pruefstand.engine.journal.JournalCost "$here" "$folder/journal" "${1:-7}"
