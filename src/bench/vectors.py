"""The other side of vectors.sh: NumPy and scikit-learn on the same shapes and the same numbers."""
import sys
import time
import warnings

import numpy
import sklearn
from sklearn.cluster import MiniBatchKMeans
from sklearn.linear_model import LogisticRegression

WIDTH, QUERIES, DEPTH, CLASSES, ROWS = 384, 225, 1000, 10, 10_000


def best(rounds, name, work):
    seconds, note = [], ""
    for _ in range(rounds):
        start = time.perf_counter()
        note = work()
        seconds.append(time.perf_counter() - start)
    print(f"  {name:58} {min(seconds):8.3f} s   {note}")


def search(documents):
    def work():
        scores = queries @ corpus.T
        numpy.argpartition(-scores, DEPTH, axis=1)[:, :DEPTH]
        return ""
    random = numpy.random.default_rng(1)
    queries = random.standard_normal((QUERIES, WIDTH), dtype=numpy.float32)
    corpus = random.standard_normal((documents, WIDTH), dtype=numpy.float32)
    return work


def regression(vectors, labels, **options):
    def work():
        fit = LogisticRegression(**options).fit(vectors, labels)
        logits = vectors.astype("float64") @ fit.coef_.T + fit.intercept_
        logits -= logits.max(axis=1, keepdims=True)
        losses = numpy.log(numpy.exp(logits).sum(axis=1)) - logits[numpy.arange(ROWS), labels]
        return f"objective {(losses.sum() + 0.5 * (fit.coef_ ** 2).sum()) / ROWS:.9f}, {int(fit.n_iter_[0])} iterations"
    return work


def means(vectors):
    def work():
        fit = MiniBatchKMeans(CLASSES, batch_size=512, n_init=1, random_state=42).fit(vectors)
        return f"inertia {fit.inertia_:.3f}, {fit.n_steps_} steps"
    return work


def main():
    warnings.filterwarnings("ignore", category=sklearn.exceptions.ConvergenceWarning)
    documents, file, rounds = int(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    print(f"NumPy {numpy.__version__}, scikit-learn {sklearn.__version__}")
    best(rounds, f"product and argpartition, {QUERIES} x {documents} x {WIDTH}", search(documents))
    single = numpy.fromfile(file, dtype="<f4").reshape(ROWS, WIDTH)
    labels = numpy.arange(ROWS) % CLASSES
    for name, vectors in (("float64", single.astype("float64")), ("float32", single)):
        best(rounds, f"logistic regression, {name}, max_iter 100", regression(vectors, labels))
    best(rounds, "logistic regression, float64, to the end",
         regression(single.astype("float64"), labels, max_iter=100_000, tol=1e-8))
    best(rounds, "mini-batch k-means, float32", means(single))


main()
