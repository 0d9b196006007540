#!/bin/sh
# How far forecasts of speed are off: the shipped models, and models of random weights from 2 MB to 1 GB (dense and mixtures, ten
# ways to store weights), each forecast from its header, then measured. Prints both, the errors, and their medians. Takes some minutes
# and 1 GB of disk; the machine has to be quiet.
# Usage: src/bench/forecast.sh [THREADS [FOLDER FOR THE FILES]]
set -eu
. "$(dirname -- "$0")/program.sh"
run pruefstand.engine.ForecastAccuracy "$here" "${2:-$folder/forecast}" "${1:-1}"
