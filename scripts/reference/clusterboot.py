"""Makes test/reference/clusterboot.json again: how stable clusters are, as R's fpc::clusterboot works it out.

fpc itself needs R; this follows its source line by line (R/clusterboot.R of fpc 2.2, C. Hennig, on CRAN) with
scikit-learn's clusterings: bootmethod="boot", multipleboot=FALSE (the default: rows drawn several times are used once),
similarities among the rows drawn alone, clujaccard(zerobyzero=0). Run by `npm run reference`.
"""

import json
import sys
from importlib.metadata import version
from pathlib import Path

import numpy as np
from scikit_learn import campaign, density_tables, small_tables
from sklearn.cluster import DBSCAN, AgglomerativeClustering, KMeans
from sklearn.mixture import GaussianMixture
from sklearn.preprocessing import StandardScaler

PROJECT = Path(__file__).resolve().parents[2]


def jaccard(a, b):
    union = np.sum(a | b)
    return np.sum(a & b) / union if union else 0


def clusterboot(cluster, X, resamples=300):
    """Of each cluster, the mean over resamples of its similarity with the most similar cluster there; noise is no cluster."""
    random = np.random.default_rng(20261127)
    labels = cluster(X)
    similarities = np.zeros((resamples, labels.max() + 1))
    for draw in range(resamples):
        rows = np.unique(random.integers(0, len(X), size=len(X)))
        own, again = labels[rows], cluster(X[rows])
        for c in range(labels.max() + 1):
            similarities[draw, c] = max((jaccard(own == c, again == b) for b in range(again.max() + 1)), default=0)
    return {
        "labels": labels.tolist(),
        "jaccard": similarities.mean(axis=0).tolist(),
        "spread": similarities.std(axis=0).tolist(),
    }


def by_k_means(k):
    return lambda X: KMeans(k, n_init=10, random_state=7).fit_predict(X)


def main(target):
    tables = small_tables(np.random.default_rng(20261121))
    ward = AgglomerativeClustering(4, linkage="ward").fit_predict
    mixture = lambda X: GaussianMixture(4, n_init=3, random_state=7).fit_predict(X)
    answers = [
        {"clusterer": "kMeans", "table": name, "k": k, **clusterboot(by_k_means(k), tables[name])}
        for name, k in [("separable", 4), ("overlapping", 4), ("overlapping", 3), ("uniform", 5)]
    ]
    answers.append({"clusterer": "ward", "table": "overlapping", "k": 4, **clusterboot(ward, tables["overlapping"])})
    answers.append({"clusterer": "mixture", "table": "separable", "k": 4, **clusterboot(mixture, tables["separable"])})
    Z = StandardScaler().fit_transform(campaign())
    answers.append({"clusterer": "kMeans", "table": "campaign", "k": 4, **clusterboot(by_k_means(4), Z)})
    _, X, eps, min_samples = next(table for table in density_tables() if table[0] == "groups of unequal density")
    X = X.round(6)
    density = clusterboot(lambda Y: DBSCAN(eps=eps, min_samples=min_samples).fit_predict(Y), X)
    reference = {
        "madeWith": {name: version(name) for name in ["scikit-learn", "numpy"]},
        "clusterings": answers,
        "dbscan": {"X": X.tolist(), "eps": eps, "minSamples": min_samples, **density},
    }
    Path(target).write_text(json.dumps(reference) + "\n")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else PROJECT / "test" / "reference" / "clusterboot.json")
