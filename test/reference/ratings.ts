import type { Exact } from "../../src/number/exact.ts";
import { compare, divide, maximum, minimum, multiply, subtract, sum } from "../../src/number/exact.ts";
import { round } from "../../src/number/rounding.ts";
import type {
  MissingWord,
  NodePart,
  Percentage,
  RatingsPart,
  Rubric,
} from "../../src/rubric/2-shape/rubric.generated.ts";
import type { NodeScore } from "./area.ts";
import { shareOf } from "./area.ts";
import type { Names, Value } from "./expression.ts";
import { holds } from "./expression.ts";
import { partFor } from "./figures.ts";
import { maxOf } from "./item.ts";
import type { Marks } from "./nodes.ts";
import { byPolicy, itemsOf } from "./nodes.ts";
import type { Scores } from "./scores.ts";
import { scoresOf } from "./scores.ts";
import type { PlainRow } from "./sheet.ts";
import { columnValues, keyOf } from "./sheet.ts";

/** What one accepted rating gives, with the role and group of its rater. */
interface Given {
  readonly columns: ReadonlyMap<string, Value>;
  readonly row: PlainRow;
  readonly around: Names;
}
interface Figure {
  readonly value: Exact;
  readonly of: Given;
}

const marksOf = ({ columns, row, around }: Given): Marks => ({ columns, texts: row.texts, around });

/** The columns of a subject that are not those of a single rating. */
export const subjectValues = (rubric: Rubric, row: PlainRow): ReadonlyMap<string, Value> =>
  new Map([...columnValues(rubric, row)].filter(([id]) => (rubric.columns?.[id]?.of ?? "subject") === "subject"));

/** The rows with what `is` says of their raters: what a rater is as a subject of the period, else what some row of his says. */
export function withRaters(rubric: Rubric, rows: readonly PlainRow[]): readonly PlainRow[] {
  const known = Object.entries(rubric.columns ?? {}).filter(([, { is }]) => is !== undefined);
  if (known.length === 0) return rows;
  const by = rubric.ratings?.by as string;
  return rows.map((row) => {
    const ofPeriod = rows.filter(({ period }) => period === row.period);
    const rater = row.texts[by];
    const subject = ofPeriod.find((each) => keyOf(rubric, each) === rater);
    const values = known.map(([id, { is }]) => {
      const own = subject && columnValues(rubric, subject).get(is as string);
      const stated = ofPeriod.find(({ texts }) => texts[by] === rater && (texts[id] ?? "") !== "");
      return [id, own === undefined ? (stated?.texts[id] ?? "") : String(own)] as const;
    });
    return { ...row, texts: { ...row.texts, ...Object.fromEntries(values) } };
  });
}

/** The combined scores of a subject from all its rows of one period (LANGUAGE.md 1.3). */
export function ratedScores(rubric: Rubric, ratings: RatingsPart, rows: readonly PlainRow[], around: Names): Scores {
  const given = rows
    .map((row): Given => ({ row, columns: columnValues(rubric, row), around }))
    .filter(({ columns }) => ratings.accept === undefined || holds(ratings.accept, (name) => columns.get(name), []));
  const columns = subjectValues(rubric, rows[0] as PlainRow);
  // What a blank of one rater is, is not what the item says of itself.
  const ofOne = ratings.blank === undefined ? rubric : { ...rubric, areas: rubric.areas.map(withOpenBlanks) };
  const each = given.map((of) => ({ of, nodes: scoresOf(ofOne, marksOf(of)).nodes }));
  const agreed =
    agree(
      ratings,
      itemsOf(rubric).map(({ id }) => id),
      each,
    ) && !isSpread(ratings, ofOne, given);
  if (ratings.level === "total") {
    const scores = combinedTotals(ofOne, ratings, given, columns, around);
    return agreed ? scores : withoutTotal(scores);
  }
  const policies = policiesOf(rubric.areas, rubric.missing);
  const items = itemsOf(rubric).map((part) => {
    const found = each.map(({ of, nodes }) => ({ of, found: blankOf(rubric, ratings, of, part, nodes) }));
    return [part.id, combinedItem(ratings, maxOf(partFor(part, columns)), policies.get(part.id), found)] as const;
  });
  const scores = scoresOf(rubric, { columns, texts: {}, around, known: new Map(items) });
  return agreed ? scores : withoutTotal(scores);
}

const withoutTotal = ({ nodes, names }: Scores): Scores => ({
  nodes,
  names: (name) => (name === "total" || name === "unclamped" ? undefined : names(name)),
  unclamped: undefined,
  total: undefined,
});

const withOpenBlanks = (part: NodePart): NodePart =>
  part.items ? { ...part, items: part.items.map(withOpenBlanks) } : { ...part, missing: "incomplete" };

/** What one rating says of an item; `left` where its blank leaves it out. */
function blankOf(
  { codes }: Rubric,
  { blank }: RatingsPart,
  { row }: Given,
  { id }: NodePart,
  nodes: ReadonlyMap<string, NodeScore>,
): NodeScore | "left" {
  const found = nodes.get(id) as NodeScore;
  const isCode = codes?.[row.texts[id] ?? ""] !== undefined;
  return found.kind === "missing" && blank === "leave_out" && !isCode ? "left" : found;
}

/** The policy of each item for a score that nobody gave. */
const policiesOf = (parts: readonly NodePart[], above: MissingWord | undefined): Map<string, MissingWord | undefined> =>
  new Map(
    parts.flatMap((part) => {
      const own = part.missing ?? above;
      return part.items ? [...policiesOf(part.items, own)] : [[part.id, own] as const];
    }),
  );

/** Has every role that must score scored some item? */
const agree = (
  { must = [], role }: RatingsPart,
  items: readonly string[],
  each: readonly { readonly of: Given; readonly nodes: ReadonlyMap<string, NodeScore> }[],
): boolean =>
  must.every((name) =>
    each.some(
      ({ of, nodes }) =>
        of.columns.get(role as string) === name && items.some((id) => nodes.get(id)?.kind === "scored"),
    ),
  );

/** Do the totals of two raters lie further apart than they may? */
function isSpread({ max_spread: most }: RatingsPart, rubric: Rubric, given: readonly Given[]): boolean {
  if (most === undefined) return false;
  const bare: Rubric = { ...rubric, total: { max: rubric.total.max as Exact } };
  const totals = given.flatMap((of) => scoresOf(bare, marksOf(of)).total ?? []);
  return totals.length > 0 && compare(subtract(totals.reduce(maximum), totals.reduce(minimum)), most) > 0;
}

function combinedItem(
  ratings: RatingsPart,
  full: Exact,
  policy: MissingWord | undefined,
  all: readonly { readonly of: Given; readonly found: NodeScore | "left" }[],
): NodeScore {
  const each = all.flatMap(({ of, found }) => (found === "left" ? [] : [{ of, found }]));
  const kinds = each.map(({ found }) => (found.kind === "skipped" ? found.by : found.kind));
  if (kinds.includes("missing")) return { kind: "missing" };
  const figures = each.flatMap(({ of, found }) => (found.kind === "scored" ? [{ of, value: found.score }] : []));
  if (figures.length === 0 && each.length < all.length) return byPolicy(policy, full);
  if (figures.length === 0) {
    if (kinds.includes("skip_area")) return { kind: "skipped", by: "skip_area", full };
    if (kinds.includes("skip_total")) return { kind: "skipped", by: "skip_total", full: 0 };
    return { kind: kinds.includes("absent") ? "absent" : "missing" };
  }
  const score = combine(ratings, figures);
  return score === undefined ? { kind: "missing" } : { kind: "scored", score, full };
}

/** Each rater's total as it is before clamp and rounding; these come once, at the end. */
function combinedTotals(
  rubric: Rubric,
  ratings: RatingsPart,
  given: readonly Given[],
  columns: ReadonlyMap<string, Value>,
  around: Names,
): Scores {
  const { max, clamp, round: rounding } = rubric.total;
  const bare: Rubric = { ...rubric, total: { max: max as Exact } };
  const totals = given.map((of) => ({ of, value: scoresOf(bare, marksOf(of)).total }));
  const all = totals.every(({ value }) => value !== undefined);
  const whole = all ? combine(ratings, totals as Figure[]) : undefined;
  const finish = (value: Exact | undefined): Exact | undefined =>
    value !== undefined && rounding ? round(value, rounding) : value;
  const unclamped = finish(whole);
  const total = finish(whole !== undefined && clamp ? minimum(maximum(whole, 0), max as Exact) : whole);
  const names: Names = (name) => {
    if (name === "total" || name === "unclamped") return name === "total" ? total : unclamped;
    return columns.has(name) ? columns.get(name) : around(name);
  };
  return { nodes: new Map(), unclamped, total, names };
}

/** One figure from several; undefined when there are too few, or a role is lacking. */
function combine(ratings: RatingsPart, figures: readonly Figure[]): Exact | undefined {
  if (figures.length < ((ratings.at_least as number | undefined) ?? 1)) return undefined;
  const exact = combineExactly(ratings, figures);
  return exact !== undefined && ratings.round ? round(exact, ratings.round) : exact;
}

function combineExactly({ combine: how, role, absent }: RatingsPart, figures: readonly Figure[]): Exact | undefined {
  const ordered = figures.map(({ value }) => value).sort(compare);
  const among = (column: string, name: Value): Exact[] =>
    figures.filter(({ of }) => of.columns.get(column) === name).map(({ value }) => value);
  if (how === "mean") return mean(ordered);
  if (how === "sum") return sum(ordered);
  if (how === "median") {
    const last = ordered.length - 1;
    return mean([ordered[Math.floor(last / 2)], ordered[Math.ceil(last / 2)]] as Exact[]);
  }
  if (how.trimmed !== undefined) {
    const n = how.trimmed as number;
    return mean(ordered.slice(n, ordered.length - n));
  }
  if (how.mean_of !== undefined) {
    const column = how.mean_of;
    return mean([...new Set(figures.map(({ of }) => of.columns.get(column)))].map((name) => mean(among(column, name))));
  }
  const ofRole = (name: string): Exact[] => among(role as string, name);
  if (how.first) {
    const first = how.first.find((name) => ofRole(name).length > 0);
    return first === undefined ? undefined : mean(ofRole(first));
  }
  const weights = Object.entries(how.weights as Record<string, Percentage>);
  const there = weights.filter(([name]) => ofRole(name).length > 0);
  if (there.length < weights.length && absent !== "renormalise") return undefined;
  const all = sum(there.map(([, weight]) => shareOf(weight)));
  return divide(sum(there.map(([name, weight]) => multiply(mean(ofRole(name)), shareOf(weight)))), all);
}

const mean = (values: readonly Exact[]): Exact => divide(sum(values), values.length);
