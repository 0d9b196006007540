#!/bin/sh
# A board of 400 models and more than twenty columns in Chromium: how long it takes from a reader's choice to the rows that are laid out.
# Usage: src/bench/board.sh [MODELS]
set -eu
cd "$(dirname -- "$0")/../.."
mvn -B -q -o test -Dtest=CrowdTest "-Dcrowd=${1:-400}" -Dstyle.color=never
