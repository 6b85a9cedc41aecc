"""Makes test/reference/scikit_learn.json again: what scikit-learn, scipy and kmodes answer on inputs the tests also read.

Inputs: the sample campaign file of data/, and small tables generated here and stored with the answers.
Run by `npm run reference`; the versions that answered are stored too.
"""

import json
import sys
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pandas as pd
from kmodes.kprototypes import KPrototypes
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform
from sklearn import metrics
from sklearn.cluster import DBSCAN, HDBSCAN, KMeans, kmeans_plusplus
from sklearn.datasets import load_digits, load_wine, make_blobs, make_moons
from sklearn.decomposition import PCA
from sklearn.mixture import GaussianMixture
from sklearn.preprocessing import MinMaxScaler, RobustScaler, StandardScaler

PROJECT = Path(__file__).resolve().parents[2]
CAMPAIGN_COLUMNS = [
    "Income", "Year_Birth", "Kidhome", "Teenhome", "Recency", "MntWines", "MntFruits", "MntMeatProducts",
    "NumDealsPurchases", "NumWebPurchases", "NumCatalogPurchases", "NumStorePurchases", "NumWebVisitsMonth",
]


def campaign():
    table = pd.read_csv(PROJECT / "data" / "marketing_campaign.sample.csv", sep="\t")
    return table[CAMPAIGN_COLUMNS].dropna().to_numpy(dtype=float)


def small_tables(random):
    centers = np.array([[0, 0, 0], [9, 0, 3], [0, 9, -3], [9, 9, 6]], dtype=float)
    separable = np.vstack([center + random.normal(size=(30, 3)) for center in centers])
    overlapping = np.vstack([center + 4 * random.normal(size=(40, 3)) for center in centers])
    uniform = random.uniform(size=(120, 4))
    far = overlapping[:80] + 1e6
    tables = {"separable": separable, "overlapping": overlapping, "uniform": uniform, "farFromOrigin": far}
    return {name: table.round(6) for name, table in tables.items()}


def k_means(X, k, weights=None):
    """From a start that is stored, so that both sides walk the same road."""
    start, _ = kmeans_plusplus(X, k, random_state=7)
    model = KMeans(k, init=start, n_init=1, max_iter=300, tol=1e-4, algorithm="lloyd").fit(X, sample_weight=weights)
    centerd = X - X.mean(axis=0)  # scikit-learn's distances lose five digits a million away from the origin
    return {
        "k": k,
        "start": start.tolist(),
        "sampleWeight": None if weights is None else weights.tolist(),
        "inertia": float(model.inertia_),
        "labels": model.labels_.tolist(),
        "centroids": model.cluster_centers_.tolist(),
        "silhouette": float(metrics.silhouette_score(centerd, model.labels_)),
        "silhouetteSamples": metrics.silhouette_samples(centerd, model.labels_).tolist(),
        "calinskiHarabasz": float(metrics.calinski_harabasz_score(centerd, model.labels_)),
        "daviesBouldin": float(metrics.davies_bouldin_score(centerd, model.labels_)),
    }


def pca(X):
    model = PCA().fit(X)
    whitened = PCA(n_components=2, whiten=True).fit(X)
    two = PCA(n_components=2).fit(X)
    error = np.mean((X - two.inverse_transform(two.transform(X))) ** 2)
    return {
        "explainedVariance": model.explained_variance_.tolist(),
        "explainedVarianceRatio": model.explained_variance_ratio_.tolist(),
        "singularValues": model.singular_values_.tolist(),
        "components": model.components_.tolist(),
        "whitened": whitened.transform(X)[:10].tolist(),
        "reconstructionErrorOfTwo": float(error),
    }


def hierarchy(X):
    answers = {}
    for method in ["ward", "complete", "average", "single"]:
        tree = linkage(X, method)
        answers[method] = {"heights": tree[:, 2].tolist(), "labelsOfFour": fcluster(tree, 4, "maxclust").tolist()}
    return answers


def mixed_table():
    """Three columns of numbers and two of categories, in four groups that overlap."""
    random = np.random.default_rng(20261122)
    groups = random.integers(0, 4, size=80)
    numbers = random.normal(size=(80, 3)) + 3 * np.column_stack([groups % 2, groups // 2, groups == 3])
    first = np.where(random.uniform(size=80) < 0.8, groups, random.integers(0, 4, size=80))
    second = random.integers(0, 3, size=80)
    return np.column_stack([numbers.round(6), first, second]), [3, 4]


def gower(X, categorical):
    similar, counted = 0, 0
    for j in range(X.shape[1]):
        difference = np.abs(X[:, None, j] - X[None, :, j])
        known = ~np.isnan(difference)
        part = (difference > 0) if j in categorical else difference / (np.nanmax(X[:, j]) - np.nanmin(X[:, j]))
        similar, counted = similar + np.where(known, part, 0), counted + known
    return similar / counted


def mixed():
    X, categorical = mixed_table()
    prototypes = KPrototypes(4, init="Huang", n_init=50, random_state=7).fit(X, categorical=categorical)
    holed = X.copy()
    holed[np.random.default_rng(20261123).uniform(size=X.shape) < 0.08] = np.nan
    distances = gower(holed, categorical)
    answers = {}
    for method in ["complete", "average", "single"]:
        tree = linkage(squareform(distances, checks=False), method)
        labels = fcluster(tree, 4, "maxclust")
        answers[method] = {
            "heights": tree[:, 2].tolist(),
            "labelsOfFour": labels.tolist(),
            "silhouetteSamples": metrics.silhouette_samples(distances, labels, metric="precomputed").tolist(),
        }
    return {
        "X": X.tolist(),
        "categoricalColumns": categorical,
        "withMissing": [[None if np.isnan(value) else value for value in row] for row in holed.tolist()],
        "gowerOfFirstRow": distances[0].tolist(),
        "linkage": answers,
        "kPrototypes": {
            "gamma": float(prototypes.gamma),
            "cost": float(prototypes.cost_),
            "labels": prototypes.labels_.tolist(),
        },
    }


def group_covariances(X, labels, k, covariance_type, reg):
    groups = [X[labels == c] for c in range(k)]
    scatters = [(group - group.mean(axis=0)).T @ (group - group.mean(axis=0)) for group in groups]
    full = [scatter / len(group) + reg * np.eye(X.shape[1]) for scatter, group in zip(scatters, groups)]
    return {
        "full": np.array(full),
        "tied": sum(scatters) / len(X) + reg * np.eye(X.shape[1]),
        "diag": np.array([np.diag(covariance) for covariance in full]),
        "spherical": np.array([np.diag(covariance).mean() for covariance in full]),
    }[covariance_type]


def mixture(X, start, covariance_type):
    """From means that are stored, with weights and covariances of the rows nearest to each."""
    centered, means = X - X.mean(axis=0), start - X.mean(axis=0)  # far from the origin scikit-learn loses digits
    labels = np.argmin(((centered[:, None] - means) ** 2).sum(axis=2), axis=1)
    k = len(start)
    covariances = group_covariances(centered, labels, k, covariance_type, 1e-6)
    precisions = 1 / covariances if covariance_type in ["diag", "spherical"] else np.linalg.inv(covariances)
    model = GaussianMixture(
        k, covariance_type=covariance_type, means_init=means, weights_init=np.bincount(labels, minlength=k) / len(X),
        precisions_init=precisions, tol=1e-3, reg_covar=1e-6, max_iter=100,
    ).fit(centered)
    return {
        "covarianceType": {"diag": "diagonal"}.get(covariance_type, covariance_type),
        "weights": model.weights_.tolist(),
        "covariances": model.covariances_.tolist(),
        "lowerBound": float(model.lower_bound_),
        "logLikelihood": float(model.score(centered) * len(X)),
        "bic": float(model.bic(centered)),
        "aic": float(model.aic(centered)),
        "nIter": model.n_iter_,
        "stopReason": "converged" if model.converged_ else "max-iterations",
        "labels": model.predict(centered).tolist(),
        "memberships": model.predict_proba(centered)[:: max(1, len(X) // 40)].tolist(),
    }


def mixtures(X, k):
    start, _ = kmeans_plusplus(X, k, random_state=7)
    types = ["full", "tied", "diag", "spherical"]
    return {"start": start.tolist(), "models": [mixture(X, start, covariance_type) for covariance_type in types]}


def wine_like():
    """Three groups of unequal size, each with correlations of its own in thirteen columns."""
    random = np.random.default_rng(20261126)
    groups = [
        2 * random.normal(size=13) + random.normal(size=(size, 4)) @ random.normal(size=(4, 13))
        + 0.5 * random.normal(size=(size, 13))
        for size in [59, 71, 48]
    ]
    return np.vstack(groups).round(6)


def scalers(X):
    return {
        "standard": StandardScaler().fit_transform(X)[:5].tolist(),
        "minMax": MinMaxScaler().fit_transform(X)[:5].tolist(),
        "robust": RobustScaler().fit_transform(X)[:5].tolist(),
    }


def density_tables():
    """Name, table, eps, minSamples."""
    random = np.random.default_rng(96)
    angle = np.linspace(0, np.pi, 60)
    moons = np.vstack([np.c_[np.cos(angle), np.sin(angle)], np.c_[1 - np.cos(angle), 0.5 - np.sin(angle)]])
    spreads = np.repeat([0.2, 1.0, 0.6], 50)[:, None]
    centers = np.repeat([[0, 0], [6, 0], [0, 6]], 50, axis=0)
    unequal = centers + spreads * random.normal(size=(150, 2))
    wide = np.vstack([center + random.normal(size=(40, 8)) for center in 5 * np.eye(8)[:3]])
    lattice = np.array([[x, y] for x in range(7) for y in range(7)], dtype=float)
    duplicates = np.repeat(random.uniform(size=(12, 2)), [1, 2, 3, 4, 5, 6, 7, 8, 5, 4, 3, 2], axis=0)
    mall = pd.read_csv(PROJECT / "data" / "Mall_Customers.sample.csv")
    mall = mall[["Age", "Annual Income (k$)", "Spending Score (1-100)"]].to_numpy(dtype=float)
    return [
        ("moons", moons + 0.05 * random.normal(size=moons.shape), 0.2, 5),
        ("groups of unequal density", unequal, 0.6, 5),
        ("the dense group alone", unequal, 0.15, 8),
        ("eight columns", wide, 3.0, 4),
        ("a lattice whose step is eps", lattice, 1.0, 4),
        ("duplicates", duplicates, 0.05, 5),
        ("every row a core row", duplicates, 0.05, 1),
        ("nothing but noise", random.uniform(size=(40, 3)), 0.05, 3),
        ("one cluster", random.normal(size=(60, 2)), 2.0, 5),
        ("the sample of mall customers", StandardScaler().fit_transform(mall), 0.55, 5),
    ]


def density(name, X, eps, min_samples):
    X = X.round(6)
    model = DBSCAN(eps=eps, min_samples=min_samples).fit(X)
    return {
        "name": name,
        "X": X.tolist(),
        "eps": eps,
        "minSamples": min_samples,
        "labels": model.labels_.tolist(),
        "coreSampleIndices": model.core_sample_indices_.tolist(),
    }


def density_trees():
    """HDBSCAN of tables that the package brings or draws. Without cluster_selection_epsilon: the search upwards of
    scikit-learn 1.9.1 fails with numpy 2.4."""
    moons, _ = make_moons(200, noise=0.07, random_state=1)
    blobs, _ = make_blobs(300, n_features=3, centers=5, cluster_std=[0.5, 1, 1.5, 0.3, 2], random_state=2)
    tables = {
        "moons": moons.round(4),
        "blobs": blobs.round(4),
        "wine": StandardScaler().fit_transform(load_wine().data).round(4),
        "digits": load_digits().data[:500],
    }
    options = [
        {"min_cluster_size": 5},
        {"min_cluster_size": 15},
        {"min_cluster_size": 10, "min_samples": 3},
        {"min_cluster_size": 5, "cluster_selection_method": "leaf"},
        {"min_cluster_size": 10, "allow_single_cluster": True},
        {"min_cluster_size": 5, "max_cluster_size": 60},
    ]
    return [
        {"name": name, "X": X.tolist(), "fits": [density_tree(X, asked) for asked in options]}
        for name, X in tables.items()
    ]


def density_tree(X, options):
    """Rows whose answer hangs on the order of the table are marked: equally long edges are taken as they come."""
    model = HDBSCAN(copy=True, **options).fit(X)
    undecided = np.zeros(len(X), dtype=bool)
    shifting = np.zeros(len(X), dtype=bool)
    for seed in range(12):
        order = np.random.default_rng(seed).permutation(len(X))
        labels, probabilities = np.empty(len(X), dtype=int), np.empty(len(X))
        moved = HDBSCAN(copy=True, **options).fit(X[order])
        labels[order], probabilities[order] = moved.labels_, moved.probabilities_
        undecided |= differs(model.labels_, labels)
        shifting |= np.abs(model.probabilities_ - probabilities) > 1e-9
    return {
        "options": options,
        "labels": model.labels_.tolist(),
        "probabilities": model.probabilities_.round(9).tolist(),
        "undecided": np.flatnonzero(undecided).tolist(),
        "shifting": np.flatnonzero(shifting).tolist(),
    }


def differs(labels, others):
    """Rows that are not in the cluster that most rows of their own are in."""
    different = np.zeros(len(labels), dtype=bool)
    for label in np.unique(labels):
        own = labels == label
        found, counts = np.unique(others[own], return_counts=True)
        different |= own & (others != (-1 if label < 0 else found[counts.argmax()]))
    return different


def answers(X, weights):
    Z = StandardScaler().fit_transform(X)
    return {
        "kMeans": [k_means(X, 3), k_means(X, 4), k_means(X, 4, weights)],
        "pca": pca(Z),
        "linkage": hierarchy(X),
        "scalers": scalers(X),
        "mixtures": mixtures(X, 4),
    }


def main(target):
    random = np.random.default_rng(20261121)
    tables = small_tables(random)
    reference = {
        "madeWith": {name: version(name) for name in ["scikit-learn", "scipy", "numpy", "kmodes"]},
        "tables": {},
        "campaign": {},
        "adjustedRand": [],
        "mixed": mixed(),
    }
    for name, X in tables.items():
        weights = random.integers(1, 5, size=len(X)).astype(float)
        reference["tables"][name] = {"X": X.tolist(), **answers(X, weights)}
    X = campaign()
    Z = StandardScaler().fit_transform(X)
    model = k_means(Z, 4)
    del model["labels"], model["silhouetteSamples"]
    reference["campaign"] = {
        "columns": CAMPAIGN_COLUMNS,
        "rows": len(X),
        "kMeans": model,
        "pca": pca(Z),
        "wardHeights": linkage(Z, "ward")[-50:, 2].tolist(),
        "mixtures": mixtures(Z, 4),
    }
    for _ in range(5):
        a, b = random.integers(0, 4, size=60), random.integers(0, 3, size=60)
        score = float(metrics.adjusted_rand_score(a, b))
        reference["adjustedRand"].append({"a": a.tolist(), "b": b.tolist(), "score": score})
    reference["dbscan"] = [density(*table) for table in density_tables()]
    reference["hdbscan"] = density_trees()
    X = wine_like()
    reference["wineLike"] = {"X": X.tolist(), "mixtures": mixtures(X, 3)}
    Path(target).write_text(json.dumps(reference) + "\n")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else PROJECT / "test" / "reference" / "scikit_learn.json")
