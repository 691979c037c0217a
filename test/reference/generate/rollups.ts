import type { PeriodWord } from "../../../src/rubric/2-shape/rubric.ts";
import type { Vocabulary } from "./conditions.ts";
import { bandAtom } from "./conditions.ts";
import type { Draw } from "./draw.ts";
import { rounding } from "./items.ts";
import type { StageWords } from "./stage.ts";
import { alerts, awards, bands, quotas, ranking, rules } from "./stage.ts";

type Spec = Readonly<Record<string, unknown>>;

const numbered = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => String(index + 1).padStart(2, "0"));

/** The parts of a year that weights and `attributes` name; weeks and school semesters are left out. */
const partsOfYear: Partial<Record<PeriodWord, readonly string[]>> = {
  quarter: ["Q1", "Q2", "Q3", "Q4"],
  month: numbered(12),
};

/** A rollup for each kind of period but the first, each of the one before it. */
export function rollups(draw: Draw, words: StageWords, ofRows: readonly Spec[], kinds: readonly PeriodWord[]): Spec[] {
  const made: Spec[] = [];
  let [below, adds] = [ofRows, true];
  for (const [index, period] of kinds.slice(1).entries()) {
    const rollup = rollupSpec(draw, words, ofRows, below, { of: kinds[index] as PeriodWord, period, mayAdd: adds });
    made.push(rollup);
    below = (rollup.bands as Spec[] | undefined) ?? ofRows;
    adds &&= addsUp(rollup.score);
  }
  return made;
}

interface Step {
  readonly of: PeriodWord;
  readonly period: PeriodWord;
  /** Whether areas and items are there to add up. */
  readonly mayAdd: boolean;
}

const addsUp = (score: unknown): boolean =>
  typeof score === "object" || score === "mean" || score === "sum" || score === "last";

function rollupSpec(
  draw: Draw,
  words: StageWords,
  ofRows: readonly Spec[],
  below: readonly Spec[],
  { of, period, mayAdd }: Step,
): Spec {
  const parts = partsOfYear[of];
  const weights = Object.fromEntries((parts ?? []).map((part) => [part, draw.one([1, 2, "20%", 0.5])]));
  const ways = ["mean", "sum", "last", "best", "worst", "average * 0.9 + 1", parts ? { weights } : "mean"];
  const score = draw.one(ways);
  const adds = mayAdd && addsUp(score);
  const scale = score === "sum" ? 3 : 1;
  const before = vocabulary(draw, words, below, adds, scale);
  const own: StageWords = {
    before,
    after: before,
    totals: adds ? words.totals : ["total"],
    keys: adds ? words.keys : ["vi_pham"],
    most: words.most * scale,
    prefix: "latest.",
  };
  const mustState = ofRows.some((band) => band.require);
  const ofBands = mustState || draw.rarely(2) ? bands(draw, own, true) : undefined;
  const here = (ofBands ?? ofRows).map((band) => band.id as string);
  const all: StageWords = { ...own, after: { ...before, bands: here } };
  const clamp = draw.rarely(3) && { max: own.most, clamp: true };
  return {
    period,
    of,
    score,
    missing: { not_rated: draw.one(["skip", "zero", "block"]), absent: draw.one(["skip", "zero", "block"]) },
    ...(draw.rarely(2) && { at_least: draw.int(1, 2) }),
    ...(draw.rarely(4) && { attributes: draw.one(["first", ...(parts?.slice(0, 3) ?? [])]) }),
    ...(draw.rarely(2) && { total: { round: { to: draw.one([0.01, 0.5]), mode: rounding(draw) }, ...clamp } }),
    ...(ofBands && { bands: ofBands }),
    rules: rules(draw, all, here),
    quotas: quotas(draw, all, here),
    ranking: ranking(draw, all),
    awards: awards(draw, all, here),
    alerts: alerts(draw, all),
  };
}

/** What a rollup's conditions may ask for; `below`: the bands of its sub-periods. */
function vocabulary(draw: Draw, words: StageWords, below: readonly Spec[], adds: boolean, scale: number): Vocabulary {
  const facts = [
    'latest.khoi == "k1"',
    "latest.lanh_dao",
    `periods.exists(p, ${bandAtom(
      draw,
      "p.band",
      below.map((band) => band.id as string),
    )})`,
    `periods.all(p, p.total >= ${words.most / 2})`,
    "periods.exists(p, p.vi_pham > 2 && p.lanh_dao)",
  ];
  const rolled = words.before.numbers.filter(({ name }) => adds && /^(T\w*|unclamped)$/.test(name));
  const numbers = [...rolled, { name: "total", most: words.most }, { name: "average", most: words.most }];
  return { numbers: numbers.map((one) => ({ ...one, most: one.most * scale })), facts, bands: [] };
}
