import type { Vocabulary } from "./conditions.ts";
import { alternatives } from "./conditions.ts";
import type { Draw } from "./draw.ts";
import type { Generated } from "./items.ts";
import { extras, item } from "./items.ts";

/** The children of an area or of the total: what they add up to, whoever they apply to. */
interface Children extends Omit<Generated, "spec"> {
  readonly nodes: readonly Generated[];
  /** The children that count in the max. */
  readonly counted: readonly Generated[];
}

interface Shape {
  /** Levels of areas that may follow. */
  readonly depth: number;
  /** All children that count have one max. */
  readonly alike: boolean;
  /** What `value` and `zero_if` may ask for. */
  readonly words: Vocabulary;
  /** Some children may apply to some people only. */
  readonly variants: boolean;
}

/** Areas and items whose ids begin with `prefix`. */
export const topLevel = (draw: Draw, prefix: string, depth: number, words: Vocabulary): Children =>
  children(draw, prefix, { depth, alike: false, words, variants: true });

function children(draw: Draw, prefix: string, shape: Shape): Children {
  const common = shape.alike ? points(draw) : undefined;
  const counted: Generated[] = [];
  const others: Generated[] = [];
  for (const index of draw.list(1, shape.depth > 0 ? 3 : 4, (at) => at + 1)) {
    const id = `${prefix}${index}`;
    if (index > 1 && draw.rarely(4)) {
      const bonus = draw.rarely(2);
      const beside = bonus ? item(draw, id, draw.int(1, 6) / 2, true, shape.words) : node(draw, id, shape, undefined);
      others.push({ ...beside, spec: { ...beside.spec, ...(bonus ? { bonus } : { counts: false }) } });
    } else if (common === undefined && draw.rarely(8)) {
      counted.push(deducting(draw, id));
    } else if (shape.variants && draw.rarely(6)) {
      counted.push(...shifted(draw, id, shape.words));
    } else if (shape.variants && draw.rarely(4)) {
      const [first, ...rest] = variants(draw, id, shape);
      counted.push(first as Generated);
      others.push(...rest);
    } else counted.push(node(draw, id, shape, common));
  }
  const all = [...counted, ...others];
  return {
    nodes: all,
    counted,
    max: counted.reduce((sum, one) => sum + one.max, 0),
    below: all.some((one) => one.below),
    ids: all.flatMap((one) => one.ids),
    numbers: all.flatMap((one) => one.numbers),
  };
}

/** Nodes with one max of which exactly one applies to anybody. */
function variants(draw: Draw, id: string, { depth, words }: Shape): Generated[] {
  const [when, ...others] = draw.one(alternatives);
  const first = node(draw, `${id}a`, { depth, alike: false, words, variants: false }, undefined);
  const rest = others.map((_, index) => item(draw, `${id}${"bc"[index]}`, first.max, true, words));
  return [first, ...rest].map((one, index) => ({ ...one, spec: { ...one.spec, when: [when, ...others][index] } }));
}

/** An area of which nothing may be left but what only deducts. */
function deducting(draw: Draw, id: string): Generated {
  const max = points(draw);
  const [only, other] = [`${id}d`, `${id}i`];
  const min = draw.one([0, "none", -2.5]);
  const items = [
    { id: only, max: 0, min: draw.one([-3, -1.5]), missing: "zero" },
    { id: other, max, missing: draw.one(["skip_area", "skip_total"]) },
  ];
  return { spec: { id, max, min, items }, max, below: min !== 0, ids: [id, only, other], numbers: [] };
}

/** Two nodes that offer everybody the same together, each of them more or less by the value of a column. */
function shifted(draw: Draw, id: string, words: Vocabulary): Generated[] {
  const [one, other] = [points(draw), points(draw)];
  const [by, value] = draw.one(deciding);
  const node = (name: string, here: number, elsewhere: number): Generated => {
    const max = { by, [value]: here, else: elsewhere };
    const inside = `${name}i`;
    const scale = draw.one<Record<string, unknown>>([
      { max },
      { max, step: { by, [value]: 0.5, else: 0.25 } },
      { yes: max },
      { ratio: { max, cap: "120%", unit: "percent" } },
      { ratio: { max, cap: "100%", done: "lam", target: "giao", empty: "full" } },
      { value: "lam / 2 - vi_pham", max, min: 0 },
      { max, items: [{ id: inside, max }] },
    ]);
    return {
      spec: { id: name, ...scale, ...extras(draw, words, []) },
      max: here,
      below: false,
      ids: [name, ...("items" in scale ? [inside] : [])],
      numbers: [{ name, most: here }],
    };
  };
  return [node(`${id}a`, one, other), node(`${id}b`, other, one)];
}

const overItems = [
  "exists(i, i.score * 2 < i.full)",
  "all(i, i.score > 1 || i.full < 3)",
  "exists(i, i.weight > 1 && i.score > 0 || i.weight < 1)",
] as const;

const deciding = [
  ["khoi", "k1"],
  ["lanh_dao", "true"],
] as const;

const points = (draw: Draw): number => draw.int(2, 20) / 2;

function node(draw: Draw, id: string, shape: Shape, max: number | undefined): Generated {
  if (max !== undefined || shape.depth === 0 || draw.rarely(3))
    return item(draw, id, max ?? points(draw), true, shape.words);
  return area(draw, id, { ...shape, depth: shape.depth - 1 });
}

function area(draw: Draw, id: string, shape: Shape): Generated {
  const how = draw.rarely(3) ? draw.one(["best", "mean", "weights"] as const) : "sum";
  const adds = how === "sum";
  const inside = children(draw, id, {
    ...shape,
    alike: how === "mean" || how === "weights",
    variants: shape.variants && adds,
  });
  const base = draw.rarely(6) ? draw.int(1, 6) / 2 : 0;
  const most = adds ? inside.max : Math.max(...inside.counted.map((child) => child.max));
  const offered = base + most;
  const clamp = draw.rarely(5);
  const max = clamp && most > 2 ? offered - draw.int(0, 3) / 2 : offered;
  const min = inside.below ? draw.one([0, "none", -2.5]) : undefined;
  const weights = Object.fromEntries(inside.counted.map((child) => [child.spec.id, draw.one([1, 2, "40%", 0.5])]));
  return {
    spec: {
      id,
      max,
      ...(base > 0 && { base }),
      ...(!adds && { combine: how === "weights" ? { weights } : how }),
      ...(clamp && { clamp }),
      ...(min !== undefined && { min }),
      ...extras(draw, shape.words, inside.numbers),
      items: inside.nodes.map((child) =>
        how === "mean" && inside.counted.includes(child) && draw.rarely(3)
          ? { ...child.spec, weight: draw.one([2, "50%"]) }
          : child.spec,
      ),
    },
    max,
    below: min !== undefined && min !== 0,
    ids: [id, ...inside.ids],
    numbers: [
      ...inside.numbers,
      { name: id, most: max },
      { name: `full.${id}`, most: max },
      { name: `(items(${id}).${draw.one(overItems)} ? 1 : 2)`, most: 2 },
    ],
  };
}
