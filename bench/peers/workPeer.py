"""scikit-learn's and scipy's side of bench/speed.mjs: does one piece of work on request, see peer.mjs."""

import json
import sys
import time
import warnings

import numpy as np
from scipy.cluster.hierarchy import linkage
from sklearn.cluster import DBSCAN, KMeans
from sklearn.decomposition import PCA
from sklearn.metrics import silhouette_score

warnings.filterwarnings("ignore")  # 'did not converge' is what some rows ask for
tables = {}


def k_means(X, k, starts):
    return KMeans(k, n_init=starts, random_state=1).fit(X)


def lloyd(X, k, iterations):
    return KMeans(k, init=X[:k].copy(), n_init=1, max_iter=iterations, tol=0, algorithm="lloyd").fit(X)


def sweep(X):
    return max(silhouette_score(X, k_means(X, k, 10).labels_) for k in range(2, 11))


WORKS = {
    "lloyd": lambda X, r: float(lloyd(X, r["k"], r["iterations"]).inertia_),
    "kMeans": lambda X, r: float(k_means(X, r["k"], r["starts"]).inertia_),
    "sweep": lambda X, r: float(sweep(X)),
    "chooseK": lambda X, r: (sweep(X), 10)[1],
    "pca": lambda X, r: float(PCA(svd_solver=r["solver"]).fit(X).explained_variance_[0]),
    "silhouette": lambda X, r: float(silhouette_score(X, lloyd(X, r["k"], 2).labels_)),
    "ward": lambda X, r: float(linkage(X, "ward")[-1, 2]),
    "dbscan": lambda X, r: len(set(DBSCAN(eps=r["eps"], min_samples=10).fit(X).labels_)),
}

for line in sys.stdin:
    request = json.loads(line)
    path = request["path"]
    if path not in tables:
        tables = {path: np.fromfile(path, dtype=np.float64).reshape(request["rows"], request["cols"])}
    before, began = time.process_time(), time.perf_counter()
    answer = WORKS[request["work"]](tables[path], request)
    milliseconds = (time.perf_counter() - began) * 1000
    cpu = (time.process_time() - before) * 1000
    print(json.dumps({"ms": milliseconds, "cpu": cpu, "answer": answer}), flush=True)
