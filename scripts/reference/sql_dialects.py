"""Reads statements with sqlglot: from standard input a JSON list of {dialect, sql}, to standard output for each of them
what is wrong with it, the columns and texts that it names, and the same statement for DuckDB."""

import json
import sys

import sqlglot
from sqlglot import exp


def read(dialect: str, sql: str) -> dict:
    try:
        statements = sqlglot.parse(sql, read=dialect, error_level=sqlglot.ErrorLevel.RAISE)
    except sqlglot.errors.SqlglotError as error:
        return {"error": str(error)}
    statement = statements[0]
    return {
        "statements": sum(each is not None for each in statements),
        "columns": [column.name for column in statement.find_all(exp.Column) if column.table == "t"],
        "texts": [literal.this for literal in statement.find_all(exp.Literal) if literal.is_string],
        "duckdb": statement.sql(dialect="duckdb"),
    }


json.dump([read(**each) for each in json.load(sys.stdin)], sys.stdout)
