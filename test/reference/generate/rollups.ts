import type { PeriodWord } from "../../../src/rubric/2-shape/rubric.generated.ts";
import type { Vocabulary } from "./conditions.ts";
import { bandAtom, logFacts, lookUpFacts, recentFacts } from "./conditions.ts";
import type { Draw } from "./draw.ts";
import { rounding } from "./items.ts";
import { ownAreas } from "./own-areas.ts";
import type { StageWords } from "./stage.ts";
import { bands, honours, quotas, ranking, rules } from "./stage.ts";

type Spec = Readonly<Record<string, unknown>>;

const numbered = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => String(index + 1).padStart(2, "0"));

/** The parts of a year that weights and `attributes` name; weeks and school semesters are left out. */
const partsOfYear: Partial<Record<PeriodWord, readonly string[]>> = {
  quarter: ["Q1", "Q2", "Q3", "Q4"],
  month: numbered(12),
};

/** A rollup for each kind of period but the first, each of the one before it. */
export function rollups(
  draw: Draw,
  words: StageWords,
  ofRows: readonly Spec[],
  rulesOfRows: readonly Spec[],
  kinds: readonly PeriodWord[],
): Spec[] {
  const made: Spec[] = [];
  let [below, adds]: [Below, boolean] = [{ bands: ofRows, rules: rulesOfRows, adds: true }, true];
  for (const [index, period] of kinds.slice(1).entries()) {
    const step = { of: kinds[index] as PeriodWord, period, mayAdd: adds, prefix: "NP".charAt(index) };
    const rollup = rollupSpec(draw, words, ofRows, below, step);
    made.push(rollup);
    adds &&= addsUp(rollup.score);
    below = { bands: (rollup.bands as Spec[] | undefined) ?? ofRows, rules: rollup.rules as Spec[], adds };
  }
  return made;
}

/** What the parts of a rollup have. */
interface Below {
  readonly bands: readonly Spec[];
  readonly rules: readonly Spec[];
  /** Whether they have an unclamped total. */
  readonly adds: boolean;
}

interface Step {
  readonly of: PeriodWord;
  readonly period: PeriodWord;
  /** Whether areas and items are there to add up. */
  readonly mayAdd: boolean;
  /** Of the ids of its own areas. */
  readonly prefix: string;
}

const addsUp = (score: unknown): boolean =>
  typeof score === "object" || score === "mean" || score === "sum" || score === "last";

function rollupSpec(
  draw: Draw,
  words: StageWords,
  ofRows: readonly Spec[],
  below: Below,
  { of, period, mayAdd, prefix }: Step,
): Spec {
  const parts = partsOfYear[of];
  const weights = Object.fromEntries((parts ?? []).map((part) => [part, draw.one([1, 2, "20%", 0.5])]));
  const ways = ["mean", "sum", "last", "best", "worst", "average * 0.9 + 1", parts ? { weights } : "mean"];
  const ofParts = partFacts(draw, words, below);
  const earlier = words.looks === "nowhere" ? [] : recentFacts(words.most);
  const alone = draw.rarely(4)
    ? ownAreas(draw, prefix, { numbers: partNumbers(words), facts: ofParts, bands: [] })
    : undefined;
  const score = alone?.score ?? draw.one(ways);
  const adds = mayAdd && addsUp(score);
  const scale = score === "sum" ? 3 : 1;
  const ofScores = adds ? words.before.numbers : [];
  const rolled = ofScores.filter(({ name }) => /^(T\w*|unclamped)$/.test(name));
  const areas = ofScores.flatMap(({ name }) => /^\(items\((\w+)\)/.exec(name)?.[1] ?? []);
  const facts = [...ofParts, ...standingFacts(words, below), ...earlier, ...areas.flatMap(itemFacts)];
  const numbers = [...rolled, { name: "total", most: words.most }, { name: "average", most: words.most }];
  const before: Vocabulary = {
    numbers: [...numbers.map((one) => ({ ...one, most: one.most * scale })), ...(alone?.numbers ?? [])],
    facts,
    bands: [],
  };
  const own: StageWords = {
    before,
    after: before,
    totals: adds ? words.totals : ["total"],
    keys: adds ? words.keys : ["vi_pham", ...(alone?.ids ?? [])],
    most: words.most * scale + (alone?.most ?? 0),
    looks: words.looks,
    prefix: "latest.",
  };
  const mustState = ofRows.some((band) => band.require);
  const ofBands = mustState || draw.rarely(2) ? bands(draw, own, true) : undefined;
  const here = (ofBands ?? ofRows).map((band) => band.id as string);
  const all: StageWords = { ...own, after: { ...before, bands: here } };
  const some = of !== "week" && typeof score === "string" && draw.rarely(4);
  const ofRules = rules(draw, all, here);
  const clamp = draw.rarely(3) && { max: own.most, clamp: true };
  return {
    period,
    of,
    score,
    ...(alone && { areas: alone.specs }),
    missing: { not_rated: draw.one(["skip", "zero", "block"]), absent: draw.one(["skip", "zero", "block"]) },
    ...(draw.rarely(2) && { at_least: draw.int(1, 2) }),
    ...(some ? { parts: 2 } : draw.rarely(4) && { attributes: draw.one(["first", ...(parts?.slice(0, 3) ?? [])]) }),
    ...(draw.rarely(2) && { total: { round: { to: draw.one([0.01, 0.5]), mode: rounding(draw) }, ...clamp } }),
    ...(ofBands && { bands: ofBands }),
    rules: ofRules,
    quotas: quotas(draw, all, here),
    ranking: ranking(draw, all),
    ...honours(draw, all, here, ofRules),
  };
}

/** Conditions about the parts of a longer period. */
function partFacts(draw: Draw, words: StageWords, below: Below): string[] {
  const bands = below.bands.map((band) => band.id as string);
  return [
    'latest.khoi == "k1"',
    "latest.lanh_dao",
    "months(latest.vao, period_end) < 9",
    ...(words.looks === "nowhere" ? [] : logFacts),
    ...(words.looks === "everywhere" ? lookUpFacts("latest.") : []),
    'periods.exists(p, p.vu != "" && p.vi_pham > 2)',
    `periods.exists(p, ${bandAtom(draw, "p.band", bands)})`,
    `periods.all(p, p.total >= ${words.most / 2})`,
    "periods.exists(p, p.vi_pham > 2 && p.lanh_dao)",
    'unrated.exists(u, u.state == "not_rated" && u.khoi != "k2")',
  ];
}

/** About the rolled-up scores of the items of an area. */
const itemFacts = (area: string): string[] => [
  `items(${area}).exists(i, i.score < 1)`,
  `items(${area}).all(i, i.score > 0)`,
];

const partNumbers = ({ most }: StageWords): Vocabulary["numbers"] => [
  { name: "average", most },
  { name: "latest.vi_pham", most: 6 },
  { name: "count(periods, p, p.lanh_dao)", most: 4 },
];

/** What the parts came to beside their scores. */
const standingFacts = ({ most }: StageWords, { rules: [rule], adds }: Below): string[] => [
  "periods.exists(p, p.rank == 1)",
  ...(adds ? [`periods.exists(p, p.unclamped > ${most * 0.8})`] : []),
  ...(rule === undefined ? [] : [`periods.exists(p, "${rule.id}" in p.rules)`]),
];
