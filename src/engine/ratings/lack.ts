import type { Lack } from "../../model/derivation-scores.ts";
import type { Units } from "../../model/node.ts";
import type { Plan } from "../../model/plan.ts";
import type { Ratings } from "../../model/ratings.ts";
import type { Reason } from "../../model/reason.ts";
import { divide } from "../../number/exact.ts";
import type { Obstacle } from "../law/result.ts";
import type { Work } from "../law/work.ts";
import type { Figure, Gathering } from "./gather.ts";
import { absentRoles, tooFarApart } from "./gather.ts";

/** Why the ratings of a subject give no total: all that lacks, so that whoever asks for it has to ask once. */
export function withoutTotal(plan: Plan, ratings: Ratings, gathered: Gathering, work: Work): Obstacle | undefined {
  if (work.total !== undefined) return undefined;
  const reasons = ratings.level === "total" ? ofTotal(ratings, gathered) : ofItems(plan, ratings, gathered, work);
  return { state: "incomplete", reason: joined([...reasons, ...ofRaters(plan, ratings, gathered, reasons)]) };
}

/** What the rubric wants of the raters besides their scores; a role of which `told` says that it lacks is not told again. */
function ofRaters({ scale }: Plan, ratings: Ratings, gathered: Gathering, told: readonly Reason[]): readonly Reason[] {
  const known = new Set(
    told.flatMap((each) => (each.kind === "missing_roles" ? each.roles : [])).map(({ role }) => role),
  );
  const roles = absentRoles(ratings, gathered).filter((role) => !known.has(role));
  const apart = tooFarApart(ratings, gathered);
  return [
    ...(roles.length > 0 ? [{ kind: "missing_roles", roles: roles.map((role) => ({ role })) } as const] : []),
    ...(apart
      ? [
          {
            kind: "spread",
            raters: [apart.lowest, apart.highest].map(({ rater, total }) => ({ rater, total: divide(total, scale) })),
            most: divide(ratings.maxSpread as Units, scale),
          } as const,
        ]
      : []),
  ];
}

function joined(reasons: readonly Reason[]): Reason {
  const [only, ...others] = reasons;
  if (only === undefined) return { kind: "nothing_applies" };
  return others.length === 0 ? only : { kind: "several", reasons };
}

function ofTotal(ratings: Ratings, { total, accepted }: Gathering): readonly Reason[] {
  const lack = lackOf(ratings, total);
  if (!lack) return [];
  const { few, owing, roles } = lack;
  return [
    ...(few ? [{ kind: "too_few_ratings", accepted, needed: few.needed } as const] : []),
    ...(owing > 0 ? [{ kind: "incomplete_ratings", owing, accepted } as const] : []),
    ...(roles.length > 0 ? [{ kind: "missing_roles", roles: roles.map((role) => ({ role })) } as const] : []),
  ];
}

/** An item for which something lacks. */
interface Lacking {
  readonly id: string;
  readonly lack: Lack;
}

function ofItems({ stage }: Plan, ratings: Ratings, gathered: Gathering, work: Work): readonly Reason[] {
  const { accepted, items } = gathered;
  const lacking = stage.nodes.flatMap(({ id }, index): Lacking[] => {
    const figure = items[index];
    const lack = figure && work.states[index] === "missing" ? lackOf(ratings, figure) : undefined;
    return lack ? [{ id, lack }] : [];
  });
  const needed = Math.max(ratings.atLeast, 1);
  const owed = lacking.filter(({ lack }) => lack.owing > 0).map(({ id }) => id);
  const few = lacking.flatMap(({ id, lack }) => (lack.few ? [{ id, given: lack.few.given }] : []));
  const roles = rolesOf(ratings, lacking, items.filter((figure) => figure && figure.collection.count > 0).length);
  return [
    // With too few ratings of the subject every item has too few.
    ...(accepted < needed
      ? [{ kind: "too_few_ratings", accepted, needed } as const]
      : few.length > 0
        ? [{ kind: "too_few_for_items", items: few, needed } as const]
        : []),
    ...(owed.length > 0 ? [{ kind: "missing_scores", ids: owed } as const] : []),
    ...(roles.length > 0 ? [{ kind: "missing_roles", roles } as const] : []),
  ];
}

/** By role, in the order of the rubric, the items that it did not score; without them where it scored none of the `scored` items. */
function rolesOf(
  { combine }: Ratings,
  lacking: readonly Lacking[],
  scored: number,
): readonly { readonly role: string; readonly ids?: readonly string[] }[] {
  if (combine.kind !== "weights") return [];
  return combine.weights.flatMap(({ role }) => {
    const ids = lacking.filter(({ lack }) => lack.roles.includes(role)).map(({ id }) => id);
    return ids.length === 0 ? [] : [ids.length === scored ? { role } : { role, ids }];
  });
}

/** Undefined where nothing lacks. An item that every rating skips is skipped; with none, or only blanks beside skips, it has too few. */
export function lackOf(ratings: Ratings, { collection, without, left }: Figure): Lack | undefined {
  const { none, skip_area, skip_total, missing: owing } = without;
  const given = collection.count + owing;
  if (given === 0 && left === 0 && none + skip_area + skip_total > 0) return undefined;
  const needed = Math.max(ratings.atLeast, 1);
  // Whether a role with a score still owed is there cannot be told before it has paid.
  const roles = owing > 0 || given === 0 ? [] : lackingRoles(ratings, collection.buckets);
  if (owing === 0 && given >= needed && roles.length === 0) return undefined;
  return { owing, ...(given < needed && { few: { given, needed } }), roles };
}

const lackingRoles = ({ combine, absent }: Ratings, present: ReadonlyMap<string, unknown>): readonly string[] =>
  combine.kind === "weights" && absent === "incomplete"
    ? combine.weights.map(({ role }) => role).filter((role) => !present.has(role))
    : [];
