"""A Spark session that lives as long as its standard input: a master and two workers, each a process of its own.

Each line of input is a statement as JSON; each line of output is its rows, every cell a text or null, or the error that
it ended with.
"""

import json
import os
import sys

from pyspark.sql import SparkSession

# What Spark and its processes print is no answer.
answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
os.dup2(2, 1)

session = (
    SparkSession.builder.master("local-cluster[2,1,1024]")
    .appName("score")
    .config("spark.driver.memory", "2g")
    .config("spark.driver.bindAddress", "127.0.0.1")
    .config("spark.driver.host", "127.0.0.1")
    .config("spark.ui.enabled", "false")
    .config("spark.sql.shuffle.partitions", "2")
    # Else the driver remembers the plans of hundreds of long queries.
    .config("spark.sql.ui.retainedExecutions", "1")
    .config("spark.ui.retainedJobs", "1")
    .config("spark.ui.retainedStages", "1")
    # A query with rollups has more stages than Spark resolves unasked: docs/sql.md tells it.
    .config("spark.sql.analyzer.maxIterations", "1000")
    .config("spark.sql.constraintPropagation.enabled", "false")
    .config("spark.sql.warehouse.dir", os.path.join(os.getcwd(), "warehouse"))
    .getOrCreate()
)
session.sparkContext.setLogLevel("OFF")


def rows_of(statement):
    rows = session.sql(statement).collect()
    return [[None if cell is None else str(cell) for cell in row] for row in rows]


def answer(value):
    answers.write(json.dumps(value, ensure_ascii=False) + "\n")
    answers.flush()


answer({"rows": [[session.version]]})
for line in sys.stdin:
    try:
        answer({"rows": rows_of(json.loads(line))})
    except Exception as error:  # what the engine says is what a test asks about
        answer({"error": str(error)})
