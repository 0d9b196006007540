#!/bin/sh
# Whether the tests notice small changes of the code: mutates a package and runs its own tests on each mutant; fails where fewer than
# 85 % are noticed. The report lies in target/mutants/PACKAGE/index.html.
# Usage: src/bench/mutants.sh [PACKAGE], such as pruefstand.catalogue; default: pruefstand.metric
set -eu
cd "$(dirname -- "$0")/../.."
# Mutants run on the Java that Maven itself runs on.
jdk=$(./pruefstand doctor --lang en 2>/dev/null | sed -n 's/^Java .* in //p')
JAVA_HOME=$jdk mvn -B -q test-compile org.pitest:pitest-maven:mutationCoverage -Pmutants -Dmutants.of="${1:-pruefstand.metric}" \
    ${2:+-Dmutants.spared="$2"}
