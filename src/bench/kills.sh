#!/bin/sh
# 300 kills of `eval` with SIGKILL at random moments, seeded: of the program, of its worker, of both, or of two workers in a row. It is
# begun again until it is done; then its records are held against those of an undisturbed run. Prints who was killed how often, and
# what was found.
# Usage: src/bench/kills.sh [KILLS [SEED [VARIANTS, 1 to 4]]]
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
classes=$here/target/bench/classes
jdk=$("$here/pruefstand" doctor --lang en 2>/dev/null | sed -n 's/^Java .* in //p')
mkdir -p "$classes"
"$jdk/bin/javac" -cp "$here/target/pruefstand.jar:$here/target/lib/*" -d "$classes" "$here"/src/bench/pruefstand/run/Kills.java \
    "$here"/src/test/java/pruefstand/run/KilledRuns.java
"$jdk/bin/java" -Dpruefstand.home="$here" -cp "$classes:$here/target/pruefstand.jar:$here/target/lib/*" pruefstand.run.Kills \
    "${1:-300}" "${2:-20261126}" "${3:-4}"
