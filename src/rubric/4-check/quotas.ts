import { formatDecimal } from "../../number/decimal.ts";
import type { Exact } from "../../number/exact.ts";
import { compare, sign } from "../../number/exact.ts";
import { phrase } from "../../text/phrase.ts";
import type { AwardPart, QuotaPart } from "../2-shape/rubric.generated.ts";
import { share } from "../3-facts/percentage.ts";
import type { StageView } from "../3-facts/stages.ts";
import { stagesOf } from "../3-facts/stages.ts";
import type { Check, Context } from "./context.ts";
import { bandAt, quoted } from "./references.ts";

/** Each quota limits a band that has worse ones below it, by a share or count that can be. */
export const checkQuotas: Check = (context) => {
  for (const stage of stagesOf(context)) {
    const { quotas } = stage.holder;
    for (const quota of quotas ?? []) {
      checkBands(context, stage, quota);
      checkShare(context, quota, "share", quota.share);
      if (quota.raise) checkShare(context, quota.raise, "share", quota.raise.share);
      checkPeople(context, quota, "count", 0);
      checkStated(context, stage, quota);
    }
    checkSameBand(context, quotas ?? []);
  }
};

function checkBands(context: Context, stage: StageView, quota: QuotaPart): void {
  const { places, diagnostics } = context;
  const band = bandAt(context, stage, quota, "band");
  const then = bandAt(context, stage, quota, "then");
  checkDenominator(context, stage, quota.of);
  const worse = band === undefined ? [] : stage.bands.slice(band + 1).map(({ id }) => id);
  if (band !== undefined && worse.length === 0) {
    diagnostics.report("R401", { id: quota.band }, places.value(quota, "band"));
  } else if (band !== undefined && then !== undefined && then <= band) {
    diagnostics.report(
      "R402",
      { target: quota.then, band: quota.band, choices: quoted(worse) },
      places.value(quota, "then"),
    );
  }
}

/** `of: [tot, …]` names bands. */
export function checkDenominator(
  context: Context,
  stage: StageView,
  of: "rated" | readonly string[] | undefined,
): void {
  if (typeof of === "object") for (const index of of.keys()) bandAt(context, stage, of, index);
}

/** A share is more than nothing and at most everybody; a plain 20 would be 2000 %. */
export function checkShare(
  { places, diagnostics }: Context,
  holder: object,
  key: string,
  value: QuotaPart["share"],
): void {
  if (value === undefined) return;
  const part = share(value);
  if (part === undefined || sign(part) <= 0 || compare(part, 1) > 0) {
    diagnostics.report(
      "R403",
      { found: typeof value === "string" ? value : formatDecimal(value) },
      places.value(holder, key),
    );
  }
}

const mostPeople = 1_000_000;

/** A number of people, as `top` or `count` states it. */
export function checkPeople(
  { places, diagnostics }: Context,
  part: QuotaPart | AwardPart,
  key: "top" | "count",
  least: number,
): void {
  const value = (part as { readonly [key in "top" | "count"]?: Exact })[key];
  if (value === undefined || (compare(value, least) >= 0 && compare(value, mostPeople) <= 0)) return;
  diagnostics.report("R406", { id: part.id, key, least, most: mostPeople }, places.value(part, key));
}

/** What a quota with a share must say, because readings of the law differ; and who goes when all are equal. */
function checkStated({ places, diagnostics, columns }: Context, stage: StageView, quota: QuotaPart): void {
  const choices = {
    of: [...denominators(stage, quota.band), "rated"],
    basis: ["before", "after"],
    round: ["down", "up", "half_up"],
    within: ["[]", ...groups(columns).map((id) => `[${id}]`)],
    ties: ["out", "in", "open"],
  } as const;
  for (const key of quota.share === undefined
    ? (["ties"] as const)
    : (Object.keys(choices) as (keyof typeof choices)[])) {
    if (quota[key] !== undefined || (key === "basis" && !basisMatters(stage, quota))) continue;
    const parameters = { id: quota.id, key, choices: quoted(choices[key]), why: reasons[key] };
    diagnostics.report("R804", parameters, places.value(quota, "id"));
  }
}

/**
 * Before and after differ once somebody enters or leaves the denominator: by this quota, or by one of a better band, which
 * has moved its people by then.
 */
function basisMatters({ bands, holder }: StageView, { band, of }: QuotaPart): boolean {
  if (of === undefined) return true;
  if (of === "rated") return false;
  const at = (id: string): number => bands.findIndex((each) => each.id === id);
  return (holder.quotas ?? []).some(
    (quota) => at(quota.band) <= at(band) && of.includes(quota.band) !== of.includes(quota.then),
  );
}

/** The denominators that regulations name: the next band, or both. */
const denominators = ({ bands }: StageView, limited: string): readonly string[] => {
  const at = bands.findIndex(({ id }) => id === limited);
  const next = bands[at + 1]?.id;
  return at < 0 || next === undefined ? [] : [`[${next}]`, `[${limited}, ${next}]`];
};

/** Columns that people could be grouped by. */
const groups = (columns: Context["columns"]): readonly string[] =>
  [...columns.values()]
    .filter(({ declared, part }) => declared && (part.type === "text" || part.type === "choice"))
    .map(({ id }) => id)
    .slice(0, 4);

const reasons = {
  of: phrase("of whom it is a share"),
  basis: phrase("whether it is counted before or after the surplus has moved"),
  round: phrase("how a part of a person is rounded"),
  within: phrase("the group in which it holds"),
  ties: phrase("what happens to equal candidates at the cut"),
} as const;

/** Quotas of one band act at once, so they agree on where the surplus goes, on ties and on the order. */
function checkSameBand({ places, diagnostics }: Context, quotas: readonly QuotaPart[]): void {
  const first = new Map<string, QuotaPart>();
  for (const quota of quotas) {
    const other = first.get(quota.band);
    if (!other) first.set(quota.band, quota);
    else {
      for (const key of ["then", "ties", "order"] as const) {
        if (String(quota[key]) === String(other[key])) continue;
        const message = phrase("`{id}` limits the same band", { id: other.id });
        const related = [{ place: places.value(other, "id"), message }];
        const place = quota[key] === undefined ? places.value(quota, "id") : places.value(quota, key);
        diagnostics.report("R405", { key, band: quota.band, other: other.id }, place, related);
      }
    }
  }
}
