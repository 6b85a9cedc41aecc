"""One Python library's k-means, fitted on request: see peer.mjs. Arguments: library, data file, rows, columns, k."""

import json
import sys
import time
import warnings

import numpy as np

library, path, rows, cols, k = sys.argv[1], sys.argv[2], *map(int, sys.argv[3:6])
if library == "scikit-learn":
    from sklearn.cluster import KMeans
else:
    from sklearnex.cluster import KMeans

warnings.filterwarnings("ignore")  # 'did not converge' is what the benchmark asks for
X = np.fromfile(path, dtype=np.float64).reshape(rows, cols)
start = X[:k].copy()

for line in sys.stdin:
    iterations = json.loads(line)["iterations"]
    estimator = KMeans(k, init=start, n_init=1, max_iter=iterations, tol=0, algorithm="lloyd")
    began = time.perf_counter()
    estimator.fit(X)
    milliseconds = (time.perf_counter() - began) * 1000
    answer = {"ms": milliseconds, "inertia": float(estimator.inertia_), "nIter": int(estimator.n_iter_)}
    print(json.dumps(answer), flush=True)
