#!/bin/sh
# Coverage-guided fuzzing of parser, linter and mending, ten minutes each unless told otherwise; an input that breaks something
# is kept beside the others and from then on part of the tests. Usage: src/bench/fuzz.sh [SECONDS]
set -eu
cd "$(dirname -- "$0")/../.."
for target in parsesAnything lintsAnything mendsAnythingOnce; do
    echo "$target"
    JAZZER_FUZZ=1 mvn -B -q test -Dtest="CatalogueFuzz#$target" -Djazzer.max_duration="${1:-600}s" 2>&1 \
        | grep -vE '^(INFO|WARNING): |^$' | tail -n 30
done
