"""Most of the job in polars, which has no decimals that are as fast: hundredths of points as whole numbers. One file.

python3 bench/polars.py SHEET OUT
"""
import os
import resource
import sys

import polars as pl

sheet, out = sys.argv[1:]
areas = [[f"s{area + 1}_{item + 1}" for item in range(size)] for area, size in enumerate([4, 6, 4, 3])]
items = [item for area in areas for item in area]
unit = ["period", "unit_id"]
whole = pl.read_csv(sheet, columns=["member_id", "unit_id", "period", *items], schema_overrides={i: pl.Float64 for i in items})
scored = whole.lazy().select(
    "member_id",
    *unit,
    *(pl.sum_horizontal((pl.col(i) * 100).round().cast(pl.Int32) for i in area).alias(f"a{at + 1}") for at, area in enumerate(areas)),
).with_columns(total=pl.sum_horizontal("a1", "a2", "a3", "a4"))
band = pl.when(pl.col("total") >= 9000).then(0).when(pl.col("total") >= 7000).then(1).when(pl.col("total") >= 5000).then(2).otherwise(3)
ranked = scored.with_columns(band=band).sort(["total", "member_id"], descending=[True, False]).with_columns(
    rank_in_unit=pl.col("total").rank("min", descending=True).over(unit),
    place=pl.col("total").rank("ordinal", descending=True).over(unit),
    rank_overall=pl.col("total").rank("min", descending=True).over("period"),
    room=(pl.col("band") == 1).sum().over(unit) * 20 // 100,
)
moved = (pl.col("band") == 0) & (pl.col("place") > pl.col("room"))
ranked.with_columns(band=pl.when(moved).then(1).otherwise("band")).collect().write_csv(out)

usage = resource.getrusage(resource.RUSAGE_SELF)
os.write(3, f"{round((usage.ru_utime + usage.ru_stime) * 1e6)} {usage.ru_maxrss}".encode())
