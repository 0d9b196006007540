#!/bin/sh
# Coverage-guided fuzzing of every reader of outside bytes: each target so many seconds, ten minutes unless told otherwise. An input
# that breaks something is kept beside the others and from then on part of the tests. Prints a line a target and ends with 1 if
# anything was found; what was said lies in target/fuzz/*.log.
# Usage: src/bench/fuzz.sh [SECONDS [TARGET ...]], a target being a part of CLASS#METHOD, such as GgufFuzz or '#readsAnyTable'
set -eu
cd "$(dirname -- "$0")/../.."
seconds=${1:-600}
[ $# -eq 0 ] || shift
targets=$(grep -A1 '@FuzzTest' -r src/test/java --include='*Fuzz.java' | sed -n 's/.*\/\([A-Za-z]*\)\.java-.* \([A-Za-z]*\)(byte.*/\1#\2/p' | sort)
mvn -B -q test-compile
mkdir -p target/fuzz
found=0
printf '%-44s %8s %12s  %s\n' target seconds executions finding
for target in $targets; do
    wanted=$([ $# -eq 0 ] && echo yes || for part in "$@"; do case $target in *"$part"*) echo yes ;; esac; done)
    [ -n "$wanted" ] || continue
    log=target/fuzz/$(echo "$target" | tr '#' '-').log
    finding=none
    JAZZER_FUZZ=1 mvn -B test -Dtest="$target" -Djazzer.max_duration="${seconds}s" >"$log" 2>&1 || { finding=$(sed -n 's/.*artifact_prefix.*Test unit written to //p; s/^\[ERROR\] *\([A-Za-z]*Fuzz.*\)/\1/p' "$log" | head -n 1); found=1; }
    runs=$(sed -n 's/.*Done \([0-9]*\) runs.*/\1/p; s/.*#\([0-9][0-9]*\)[[:space:]].*cov:.*/\1/p' "$log" | tail -n 1)
    printf '%-44s %8s %12s  %s\n' "$target" "$seconds" "${runs:-?}" "${finding:-see $log}"
done
exit $found
