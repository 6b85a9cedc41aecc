"""One Python library's RFM, on request: see peer.mjs. Arguments: library, CSV file."""

import json
import sys
import time

library, path = sys.argv[1], sys.argv[2]
FORMAT = "%m/%d/%Y %H:%M"


def with_pandas():
    import numpy as np
    import pandas as pd

    names = ["InvoiceNo", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID"]
    log = pd.read_csv(path, usecols=names, dtype={"InvoiceNo": str, "CustomerID": str})
    log["date"] = pd.to_datetime(log.InvoiceDate, format=FORMAT)
    valid = log[
        log.CustomerID.notna() & ~log.InvoiceNo.str.startswith("C") & (log.Quantity > 0) & (log.UnitPrice > 0)
    ].copy()
    valid["amount"] = valid.Quantity * valid.UnitPrice
    customers = valid.groupby("CustomerID").agg(
        last=("date", "max"), frequency=("InvoiceNo", "nunique"), monetary=("amount", "sum")
    )
    as_of = customers["last"].max().normalize() + pd.Timedelta(days=1)
    customers["recency"] = (as_of - customers["last"].dt.normalize()).dt.days
    # sums of float64 that are equal in exact numbers differ in their last digits
    customers["monetary"] = customers.monetary.round(6)

    def fifths(column):
        rank = customers[column].rank(method="min")
        return np.maximum(1, np.ceil(5 * (rank - 1) / (len(customers) - 1))).astype(int)

    scores = 100 * (6 - fifths("recency")) + 10 * fifths("frequency") + fifths("monetary")
    return len(customers), float(valid.amount.sum()), int(scores.sum())


def with_polars():
    import polars as pl

    def fifths(column):
        return (5 * (pl.col(column).rank("min") - 1) / (pl.len() - 1)).ceil().clip(1, 5).cast(pl.Int64)

    valid = (
        pl.scan_csv(path, schema_overrides={"InvoiceNo": pl.String, "StockCode": pl.String, "CustomerID": pl.String})
        .filter(
            pl.col("CustomerID").is_not_null()
            & ~pl.col("InvoiceNo").str.starts_with("C")
            & (pl.col("Quantity") > 0)
            & (pl.col("UnitPrice") > 0)
        )
        .with_columns(
            date=pl.col("InvoiceDate").str.to_datetime(FORMAT).dt.date(),
            amount=pl.col("Quantity") * pl.col("UnitPrice"),
        )
    )
    customers = (
        valid.group_by("CustomerID")
        .agg(
            last=pl.col("date").max(),
            frequency=pl.col("InvoiceNo").n_unique(),
            monetary=pl.col("amount").sum().round(6),
        )
        .with_columns(recency=(pl.col("last").max() - pl.col("last")).dt.total_days() + 1)
        .with_columns(scores=100 * (6 - fifths("recency")) + 10 * fifths("frequency") + fifths("monetary"))
        .collect()
    )
    return len(customers), float(customers["monetary"].sum()), int(customers["scores"].sum())


rfm = {"pandas": with_pandas, "polars": with_polars}[library]

for line in sys.stdin:
    began = time.perf_counter()
    customers, revenue, scores = rfm()
    milliseconds = (time.perf_counter() - began) * 1000
    print(json.dumps({"ms": milliseconds, "customers": customers, "revenue": revenue, "scores": scores}), flush=True)
