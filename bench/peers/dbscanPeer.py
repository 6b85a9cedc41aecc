"""scikit-learn's DBSCAN, fitted on request: see peer.mjs. A request names a data file, its rows and columns, eps and minSamples."""

import json
import sys
import time

import numpy as np
from sklearn.cluster import DBSCAN

for line in sys.stdin:
    request = json.loads(line)
    X = np.fromfile(request["path"], dtype=np.float64).reshape(request["rows"], request["cols"])
    estimator = DBSCAN(eps=request["eps"], min_samples=request["minSamples"])
    began = time.perf_counter()
    estimator.fit(X)
    milliseconds = (time.perf_counter() - began) * 1000
    answer = {
        "ms": milliseconds,
        "clusters": int(estimator.labels_.max()) + 1,
        "noise": int((estimator.labels_ < 0).sum()),
        "core": len(estimator.core_sample_indices_),
    }
    print(json.dumps(answer), flush=True)
