#!/bin/sh
# The comparison with `LC_ALL=C sort -c` on 100,000 generated files; the tests do it on 2,000. Usage: src/bench/sort-differential.sh [FILES]
set -eu
cd "$(dirname -- "$0")/../.."
exec mvn -B -q test -Dtest=SortDifferentialTest -Dsort.files="${1:-100000}"
