"""What an analyst would write: a customer table in, segments out. Arguments: input, separator, output, columns."""

import sys

import pandas as pd
from sklearn.cluster import KMeans
from sklearn.metrics import silhouette_score
from sklearn.preprocessing import StandardScaler

source, separator, target, *columns = sys.argv[1:]
customers = pd.read_csv(source, sep=separator)
X = StandardScaler().fit_transform(customers[columns].dropna())
fits = [KMeans(k, n_init=10, random_state=1).fit(X) for k in range(2, 11)]
sample = 5000 if len(X) > 5000 else None
scores = [silhouette_score(X, fit.labels_, sample_size=sample, random_state=1) for fit in fits]
best = fits[scores.index(max(scores))]
result = customers.dropna(subset=columns).assign(segment=best.labels_)
result.to_csv(target, index=False)
