import { formatDecimal } from "../../number/decimal.ts";
import type { Exact } from "../../number/exact.ts";
import { compare, sign } from "../../number/exact.ts";
import { kindWords } from "../../period/kind-words.ts";
import { phrase } from "../../text/phrase.ts";
import { suggest } from "../../text/suggest.ts";
import type { RollupPart } from "../2-shape/rubric.generated.ts";
import { share } from "../3-facts/percentage.ts";
import { enteringParts, mostParts, partNames } from "../3-facts/rollup-parts.ts";
import { scoreScope } from "../3-facts/scopes.ts";
import type { StageView } from "../3-facts/stages.ts";
import { scoreWords, stagesOf } from "../3-facts/stages.ts";
import type { Check, Context } from "./context.ts";
import { compileAt, quoted } from "./references.ts";

/** Each rollup is of one longer kind of period, from results that exist, and says what a gap means. */
export const checkRollups: Check = (context) => {
  const { rubric } = context;
  checkYear(context);
  for (const [index, rollup] of rubric.rollups?.entries() ?? []) {
    checkPeriod(context, rollup, (rubric.rollups ?? []).slice(0, index));
    checkGaps(context, rollup);
    checkBandsStated(context, rollup);
    checkParts(context, rollup);
    if (typeof rollup.score === "object") checkWeights(context, rollup, rollup.score);
    checkAttributes(context, rollup);
    checkOwnAreas(context, rollup);
  }
};

/** Items of the rollup alone count only where its score says how. */
function checkOwnAreas({ places, diagnostics }: Context, rollup: RollupPart): void {
  const { areas = [], score } = rollup;
  if (areas.length === 0) return;
  if (typeof score === "object" || (scoreWords as readonly string[]).includes(score)) {
    diagnostics.report("R613", { id: areas[0]?.id ?? "" }, places.key(rollup, "areas"));
  }
}

/** The `score` of a rollup, where it is an expression. */
export const checkScores: Check = (context) => {
  for (const stage of stagesOf(context)) {
    const score = stage.rollup?.score;
    if (stage.rollup && typeof score === "string" && !(scoreWords as readonly string[]).includes(score)) {
      checkExpression(context, stage, stage.rollup, score);
    }
  }
};

function checkPeriod(
  { rubric, places, diagnostics }: Context,
  rollup: RollupPart,
  earlier: readonly RollupPart[],
): void {
  const { period, of } = rollup;
  const same = earlier.find((other) => other.period === period);
  if (same || period === rubric.period) {
    const place = same ? places.value(same, "period") : places.value(rubric, "period");
    const message = phrase("the first of this kind");
    diagnostics.report("R601", { period: kindWords[period] }, places.value(rollup, "period"), [{ place, message }]);
    return;
  }
  const known = [rubric.period, ...earlier.map((other) => other.period)];
  if (!known.includes(of)) diagnostics.report("R602", { of, known: quoted(known) }, places.value(rollup, "of"));
  else if (mostParts(rubric, period, of) === 0)
    diagnostics.report("R603", { period: kindWords[period], of: kindWords[of] }, places.value(rollup, "period"));
}

/** Skipping, counting as zero and waiting give different classes. */
function checkGaps({ rubric, places, diagnostics }: Context, rollup: RollupPart): void {
  const { missing, at_least: atLeast, period, of } = rollup;
  const silent = (["not_rated", "absent"] as const).filter(
    (key) => typeof missing !== "string" && missing?.[key] === undefined,
  );
  if (silent.length > 0) {
    const place = missing === undefined ? places.value(rollup, "period") : places.key(rollup, "missing");
    diagnostics.report("R809", { keys: quoted(silent) }, place);
  }
  const most = enteringParts(rubric, rollup)?.length ?? mostParts(rubric, period, of);
  if (atLeast !== undefined && (sign(atLeast) <= 0 || (most > 0 && compare(atLeast, most) > 0))) {
    diagnostics.report(
      "R607",
      { period: kindWords[period], of: kindWords[of], most },
      places.value(rollup, "at_least"),
    );
  }
}

/** Conditions of a quarter are not those of a year: they are stated again, or left out. */
function checkBandsStated({ rubric, places, diagnostics }: Context, rollup: RollupPart): void {
  const demanding = rubric.bands.find(({ require }) => require !== undefined);
  if (rollup.bands || !demanding) return;
  const message = phrase("this band has conditions");
  const related = [{ place: places.key(demanding, "require"), message }];
  diagnostics.report(
    "R609",
    { period: kindWords[rollup.period], band: demanding.id },
    places.value(rollup, "period"),
    related,
  );
}

/** A year that begins in another month than January has semesters of its own, and no quarters. */
function checkYear({ rubric, places, diagnostics }: Context): void {
  const { year } = rubric;
  if (!year) return;
  const { starts, second } = year;
  for (const [key, month] of Object.entries({ starts, second })) {
    if (month === undefined || (compare(month, 1) >= 0 && compare(month, 12) <= 0)) continue;
    diagnostics.report("R614", { key, found: formatDecimal(month) }, places.value(year, key));
    return;
  }
  const isOdd =
    second !== undefined && (compare(starts, second) === 0 || (compare(starts, 1) === 0 && compare(second, 7) !== 0));
  if (isOdd) diagnostics.report("R614", { key: "second", found: formatDecimal(second) }, places.value(year, "second"));
  if (compare(starts, 1) === 0) return;
  const quarter = [rubric, ...(rubric.rollups ?? [])].find(({ period }) => period === "quarter");
  if (quarter) diagnostics.report("R615", { starts: formatDecimal(starts) }, places.value(quarter, "period"));
}

/** What makes a period whole is some of its parts. */
function checkParts({ rubric, places, diagnostics }: Context, rollup: RollupPart): void {
  const { parts, of, period } = rollup;
  if (parts === undefined) return;
  const most = mostParts(rubric, period, of);
  if (!Array.isArray(parts)) {
    const count = parts as Exact;
    if (compare(count, 1) >= 0 && compare(count, most) <= 0) return;
    const about = { period: kindWords[period], of: kindWords[of], most };
    diagnostics.report("R616", about, places.value(rollup, "parts"));
    return;
  }
  const known = partNames(of).flat();
  for (const [index, part] of parts.entries()) {
    const place = places.value(parts, index);
    if (!known.includes(part)) {
      diagnostics.report("R605", { part, of: kindWords[of], example: known[0] ?? "-" }, place);
    } else if (parts.indexOf(part) < index) diagnostics.report("R617", { part }, place);
  }
}

function checkWeights(
  { rubric, places, diagnostics }: Context,
  rollup: RollupPart,
  score: RollupPart["score"] & object,
): void {
  const { of } = rollup;
  const { weights } = score;
  const calendars = partNames(of);
  for (const [part, weight] of Object.entries(weights)) {
    if (!calendars.some((names) => names.includes(part))) {
      diagnostics.report(
        "R605",
        { part, of: kindWords[of], example: calendars[0]?.[0] ?? "-" },
        places.key(weights, part),
      );
    }
    if (sign(share(weight) ?? 0) <= 0) diagnostics.report("R139", { name: part }, places.value(weights, part));
  }
  const entering = enteringParts(rubric, rollup);
  const idle = Object.keys(weights).filter(
    (part) => calendars.flat().includes(part) && entering?.includes(part) === false,
  );
  for (const part of idle) diagnostics.report("R618", { part }, places.key(weights, part));
  const used = entering ? [entering] : calendars.filter((names) => names.some((name) => Object.hasOwn(weights, name)));
  const missing = used.flatMap((names) => names.filter((name) => !Object.hasOwn(weights, name)));
  const misspelt = Object.keys(weights).some((part) => !calendars.flat().includes(part));
  if (missing.length > 0 && !misspelt)
    diagnostics.report("R608", { missing: quoted(missing) }, places.key(score, "weights"));
}

function checkAttributes({ rubric, places, diagnostics }: Context, rollup: RollupPart): void {
  const { attributes, of } = rollup;
  const parts = enteringParts(rubric, rollup) ?? partNames(of).flat();
  if (attributes === undefined || ["latest", "first", ...parts].includes(attributes)) return;
  diagnostics.report("R610", { found: attributes, example: parts[0] ?? "first" }, places.value(rollup, "attributes"));
}

/** A single word that is nearly one of the known ones was meant as such. */
function checkExpression(context: Context, stage: StageView, rollup: RollupPart, score: string): void {
  const { places, diagnostics } = context;
  const meant = /^\s*[A-Za-z]+\s*$/.test(score) && score !== "average" ? suggest(score, scoreWords) : undefined;
  if (meant !== undefined) {
    diagnostics.report("R604", { found: score, meant, words: quoted(scoreWords) }, places.value(rollup, "score"));
    return;
  }
  compileAt(context, rollup, "score", scoreScope(context, stage), "number");
  if (rollup.total?.clamp && rollup.total.max === undefined) {
    diagnostics.report("R612", {}, places.value(rollup.total, "clamp"));
  }
}
