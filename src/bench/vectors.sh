#!/bin/sh
# What is computed from vectors, beside NumPy and scikit-learn where there is a Python that has them: the 1000 nearest of 1,000,000
# vectors of 384 dimensions for 225 queries with all measures of retrieval; logistic regression and mini-batch k-means over
# 10,000 vectors. Both sides read the same numbers.
# Usage: src/bench/vectors.sh [DOCUMENTS [ROUNDS [PYTHON]]]
set -eu
heap=4g
. "$(dirname -- "$0")/program.sh"
documents=${1:-1000000}
rounds=${2:-3}

python() { # the first that has what is wanted
    for candidate in "$@"; do
        if "$candidate" -c 'import numpy, sklearn' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
}

peer=$(python ${3:-python3} /usr/bin/python3)
run pruefstand.task.retrieval.SearchSpeed "$documents" "$rounds"
run pruefstand.task.classification.LearningSpeed "$folder/vectors.f32" "$rounds"
if [ -n "$peer" ]; then
    "$peer" "$here/src/bench/vectors.py" "$documents" "$folder/vectors.f32" "$rounds"
else
    echo "no Python with NumPy and scikit-learn: only this program was timed"
fi
