import type { Ratings } from "../../model/ratings.ts";
import type { Reason } from "../../model/reason.ts";
import { roleName } from "../../views/columns.ts";
import { reasonText } from "../../views/reason-text.ts";
import type { Chain, Obstacle, Writing } from "../parts.ts";
import { any, listed } from "../parts.ts";
import { aroundHole, withHole } from "../reason-holes.ts";
import type { Rated } from "./ratings-combine.ts";
import { neededIn, weighedRoles } from "./ratings-combine.ts";

/** A text of a reason where it stands. */
export type Part = readonly [condition: string, text: string];

/** The columns that tell whether somebody of a role that must have scored has. */
export const mustRoles = ({ must = [] }: Ratings): readonly { readonly role: string; readonly column: string }[] =>
  must.map((role, at) => ({ role, column: `has_must_${at}` }));

/** Why the ratings of somebody give no total: all that lacks. */
export function lackOfRatings(
  chain: Chain,
  writing: Writing,
  ratings: Ratings,
  figures: readonly Rated[],
  apart?: Part,
): Obstacle {
  // Small steps: an engine that compiles queries gives up at one that says all of it at once.
  chain.add(
    "lacking",
    "What lacks of each figure.",
    figures.flatMap((figure) => lackColumns(ratings, figure)),
  );
  const parts = [
    ...(ratings.level === "total"
      ? ofTotal(writing, ratings, figures[0] as Rated)
      : ofItems(writing, ratings, figures)),
    ...ofRaters(writing, ratings, figures),
    ...(apart ? [apart] : []),
  ];
  chain.add(
    "lacks",
    "What lacks of the ratings, in words.",
    parts.map(([condition, text], at) => [`lack_${at}`, `CASE WHEN ${condition} THEN '; ' || ${text} ELSE '' END`]),
  );
  const nothing = writing.dialect.literal(reasonText(writing.plan, { kind: "nothing_applies" }));
  const all = parts.map((_, at) => `lack_${at}`).join(" || ");
  const reason = `CASE WHEN ${all} = '' THEN ${nothing} ELSE SUBSTR(${all}, 3) END`;
  return { condition: "total IS NULL", state: "incomplete", reason };
}

function tooFew(writing: Writing, ratings: Ratings): string {
  const needed = neededIn(ratings);
  const cases = Array.from({ length: needed }, (_, accepted) => {
    const text = reasonText(writing.plan, { kind: "too_few_ratings", accepted, needed });
    return `WHEN ${accepted} THEN ${writing.dialect.literal(text)}`;
  });
  return `CASE accepted ${cases.join(" ")} END`;
}

function ofTotal(writing: Writing, ratings: Ratings, figure: Rated): readonly Part[] {
  const { isLacking, few, owing, roles } = lackIn(ratings, figure);
  const absent = roles.map(
    ({ role, isAbsent }): Part => [isAbsent, writing.dialect.literal(roleName(writing.plan, role))],
  );
  return [
    [`${isLacking} AND ${few}`, tooFew(writing, ratings)],
    [`${isLacking} AND ${owing}`, withoutTotal(writing)],
    ...(absent.length === 0 ? [] : [rolesPart(writing, absent)]),
  ];
}

/** So many of so many ratings have no total. */
function withoutTotal({ plan, dialect }: Writing): string {
  const [manyOwing, manyAccepted] = [2_222_222, 3_333_333];
  const text = (owing: number, accepted: number): string => {
    const pieces = reasonText(plan, { kind: "incomplete_ratings", owing, accepted }).split(/(2222222|3333333)/);
    return pieces
      .map((piece) => {
        if (piece !== String(manyOwing) && piece !== String(manyAccepted)) return dialect.literal(piece);
        return `CAST(${piece === String(manyOwing) ? "owing_total" : "accepted"} AS ${dialect.text})`;
      })
      .join(" || ");
  };
  return `CASE WHEN accepted = 1 THEN ${text(1, 1)} WHEN owing_total = 1 THEN ${text(1, manyAccepted)} ELSE ${text(manyOwing, manyAccepted)} END`;
}

function ofItems(writing: Writing, ratings: Ratings, figures: readonly Rated[]): readonly Part[] {
  const { dialect } = writing;
  const needed = neededIn(ratings);
  const lacking = figures.map((figure) => ({ id: figure.name, ...lackIn(ratings, figure) }));
  const fewItems = lacking.map(({ id, isLacking, few }): Part => {
    const cases = Array.from({ length: needed }, (_, given) => {
      const reason = (hole: string): Reason => ({ kind: "too_few_for_items", items: [{ id: hole, given }], needed });
      return `WHEN ${given} THEN ${dialect.literal(id + aroundHole(writing, reason)[1])}`;
    });
    return [`${isLacking} AND ${few}`, `CASE given_${id} + owing_${id} ${cases.join(" ")} END`];
  });
  const owed = lacking.map(({ id, isLacking, owing }): Part => [`${isLacking} AND ${owing}`, dialect.literal(id)]);
  const [beforeFew = ""] = aroundHole(writing, (hole) => ({
    kind: "too_few_for_items",
    items: [{ id: hole, given: 0 }],
    needed,
  }));
  const isFew = `accepted < ${needed}`;
  return [
    [isFew, tooFew(writing, ratings)],
    [
      `NOT (${isFew}) AND (${any(fewItems.map(([condition]) => `(${condition})`))})`,
      `${dialect.literal(beforeFew)} || ${listed(fewItems, ", ")}`,
    ],
    [
      any(owed.map(([condition]) => `(${condition})`)),
      withHole(writing, (hole) => ({ kind: "missing_scores", ids: [hole] }), listed(owed, ", ")),
    ],
    ...ofRoles(writing, lacking),
  ];
}

type Lacking = ReturnType<typeof lackIn> & { readonly id: string };

/** By role the items that it did not score; without them where it scored none. */
function ofRoles(writing: Writing, lacking: readonly Lacking[]): readonly Part[] {
  const { dialect, plan } = writing;
  const [first] = lacking;
  if (!first || first.roles.length === 0) return [];
  const scored = lacking.map(({ id }) => `CASE WHEN given_${id} > 0 THEN 1 ELSE 0 END`).join(" + ");
  const parts = first.roles.map(({ role }, at): Part => {
    const ids = lacking.map((lack): Part => {
      const isAbsent = lack.roles[at]?.isAbsent;
      return [`${lack.isLacking} AND ${isAbsent}`, dialect.literal(lack.id)];
    });
    const count = ids.map(([condition]) => `CASE WHEN ${condition} THEN 1 ELSE 0 END`).join(" + ");
    const name = roleName(plan, role);
    const named = `${dialect.literal(`${name} (`)} || ${listed(ids, ", ")} || ')'`;
    return [
      any(ids.map(([condition]) => `(${condition})`)),
      `CASE WHEN ${count} = ${scored} THEN ${dialect.literal(name)} ELSE ${named} END`,
    ];
  });
  return [rolesPart(writing, parts)];
}

const rolesPart = (writing: Writing, roles: readonly Part[]): Part => [
  any(roles.map(([condition]) => `(${condition})`)),
  withHole(writing, (role) => ({ kind: "missing_roles", roles: [{ role }] }), listed(roles, ", ")),
];

/** What the rubric wants of the raters besides their scores; a role that lacks for its weight is not told again. */
function ofRaters(writing: Writing, ratings: Ratings, figures: readonly Rated[]): readonly Part[] {
  const told = (asked: string): readonly string[] =>
    (ratings.level === "total" ? figures.slice(0, 1) : figures).flatMap((figure) => {
      const { isLacking, roles } = lackIn(ratings, figure);
      const own = roles.find(({ role }) => role === asked);
      return own ? [ratings.level === "total" ? own.isAbsent : `(${isLacking} AND ${own.isAbsent})`] : [];
    });
  const must = mustRoles(ratings).map(({ role, column }): Part => {
    const known = told(role);
    const isTold = known.length === 0 ? "" : ` AND NOT (${any(known)})`;
    return [`${column} = 0${isTold}`, writing.dialect.literal(roleName(writing.plan, role))];
  });
  return must.length === 0 ? [] : [rolesPart(writing, must)];
}

/** What lacks of a figure: the columns that tell. */
function lackIn(ratings: Ratings, { name }: Rated) {
  const roles = weighedRoles(ratings, { name }).map(({ role }, at) => ({ role, isAbsent: `is_absent_${at}_${name}` }));
  return { isLacking: `is_lacking_${name}`, few: `is_few_${name}`, owing: `owing_${name} > 0`, roles };
}

function lackColumns(ratings: Ratings, figure: Rated): readonly (readonly [column: string, sql: string])[] {
  const { name } = figure;
  const { isLacking, few, owing, roles } = lackIn(ratings, figure);
  const given = `(given_${name} + owing_${name})`;
  const isSkipped = `${given} = 0 AND left_${name} = 0 AND none_${name} + skip_area_${name} + skip_total_${name} > 0`;
  const isFew = `${given} < ${neededIn(ratings)}`;
  const absent = weighedRoles(ratings, figure).map(
    ({ column }) => `owing_${name} = 0 AND given_${name} > 0 AND ${column} = 0`,
  );
  const isMissing = ratings.level === "total" ? "" : `state_${name} = 'missing' AND `;
  const some = any([owing, isFew, ...absent.map((each) => `(${each})`)]);
  return [
    [isLacking, `${isMissing}NOT (${isSkipped}) AND (${some})`],
    [few, isFew],
    ...roles.map(({ isAbsent }, at) => [isAbsent, absent[at] as string] as const),
  ];
}
