import type { Scale } from "../../model/node.ts";
import type { Exact } from "../../number/exact.ts";
import type { NodePart, Rubric } from "../2-shape/rubric.generated.ts";
import type { Facts } from "../3-facts/facts.ts";
import type { PlainPart } from "../3-facts/figures.ts";
import { listOf } from "../3-facts/outline.ts";
import { percent } from "../3-facts/percentage.ts";
import { formulaTable, rowsOf, scaleKind, statedMax } from "../3-facts/scale.ts";
import type { ToUnits } from "./layout.ts";
import { compiled, labelOf } from "./layout.ts";

type ColumnIndex = ReadonlyMap<string, number>;

/** The scale of an item in one of its cases (`part`), its points in units. */
export function planScale(facts: Facts, whole: NodePart, part: PlainPart, units: ToUnits, columns: ColumnIndex): Scale {
  switch (scaleKind(part)) {
    case "levels":
      return {
        kind: "levels",
        levels: Object.entries(part.levels ?? {}).map(([id, points]) => ({
          id,
          points: units(points),
          ...labelOf(part.labels, id),
        })),
      };
    case "yes": {
      const labels = Object.entries(part.labels ?? {}).flatMap(([id, words]) =>
        listOf(words).map((word) => ({ word, value: id === "yes" })),
      );
      return { kind: "yes", points: units(part.yes as Exact), labels };
    }
    case "count":
      return count(part, units);
    case "ratio":
      return ratio(part, units, columns);
    case "table": {
      const rows = rowsOf(part).map(({ from, points }) => ({
        ...(from !== undefined && { from }),
        points: units(points),
      }));
      const formula = formulaTable(whole);
      return { kind: "table", rows, ...(formula && { of: compiled(facts, formula, "of") }) };
    }
    case "value": {
      const expression = facts.expressions.get(whole, "value")?.expression;
      if (!expression) throw new Error(`the value of ${part.id} was not compiled`);
      return { kind: "value", expression, clamp: part.clamp !== false };
    }
    case "points":
    case "area":
      return points(facts.rubric, part, units);
  }
}

function points({ decimals }: Rubric, { min, max, step }: PlainPart, units: ToUnits): Scale {
  return {
    kind: "points",
    ...(min !== undefined && { min: min === "none" ? min : units(min) }),
    max: units(max as Exact),
    ...(step !== undefined && { step: units(step) }),
    places: (decimals ?? 2) as number,
  };
}

function count(part: PlainPart, units: ToUnits): Scale {
  const { base, each, min } = part.count as NonNullable<PlainPart["count"]>;
  const lowest = min === "none" ? min : units(min ?? 0);
  return { kind: "count", base: units(base), each: units(each), min: lowest, max: units(statedMax(part) as Exact) };
}

function ratio(part: PlainPart, units: ToUnits, columns: ColumnIndex): Scale {
  const { max, cap, unit, done, target, empty } = part.ratio as NonNullable<PlainPart["ratio"]>;
  const most = cap === "none" ? undefined : percent(cap);
  return {
    kind: "ratio",
    max: units(max),
    ...(most !== undefined && { cap: most }),
    ...(unit && { unit }),
    ...(done !== undefined &&
      target !== undefined && { done: columns.get(done) as number, target: columns.get(target) as number }),
    ...(empty && { empty }),
  };
}
