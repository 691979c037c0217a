import type { Reason } from "../../model/reason.ts";
import { together } from "../../model/reason.ts";
import type { Classed, Mark, Result, State } from "../../model/report.ts";
import type { Band, Quota, Rule, Stage } from "../../model/stage.ts";
import type { Bilingual } from "../../text/bilingual.ts";
import { untranslated } from "../../text/bilingual.ts";
import { compareText } from "../../text/order.ts";
import type { Change, Class, Verdict } from "./classify.ts";
import type { Subject } from "./subject.ts";
import type { Work } from "./work.ts";

/** A classed subject, and what the expressions about it look at. */
export interface ClassedSubject {
  readonly classed: Classed;
  readonly subject: Subject;
}

/**
 * What is known before any rule: only a rule's `not_rated` goes before an obstacle, and without a total there is no class. Decisions and
 * quotas come later.
 */
export const stateBefore = ({ total }: Work, obstacle: Obstacle | undefined): State =>
  obstacle?.state ?? (total === undefined ? "incomplete" : "rated");

/** Most lists of most results are empty: one list does for all of them. */
const none: readonly never[] = [];

/** Before decisions and quotas. `obstacle`: why there is no class although no rule says `not_rated`. */
export function makeClassed(
  stage: Stage,
  work: Work,
  verdict: Verdict,
  obstacle: Obstacle | undefined,
  { key, rows, parts }: Pick<Classed, "key" | "rows" | "parts">,
  marks: readonly Mark[] = none,
): Classed {
  const outcome = stateOf(stage, verdict.class, obstacle);
  // Each key by name, here and below: V8 takes twenty times as long for an object that begins with a spread.
  return {
    key,
    columns: work.columns,
    scores: work.scores,
    states: work.states,
    unclamped: work.unclamped,
    total: work.total,
    rows,
    parts: parts.length === 0 ? none : parts,
    state: outcome.state,
    reason: outcome.reason,
    band: outcome.state === "rated" ? outcome.band : undefined,
    natural: verdict.class.kind === "not_rated" ? undefined : verdict.class.natural,
    rules: verdict.rules.length === 0 ? none : verdict.rules,
    marks,
    moved: none,
    decisions: undefined,
  };
}

/** What ranking, awards and alerts say of a subject. */
export interface Honours {
  readonly rank: number | undefined;
  readonly awards: readonly string[];
  readonly alerts: readonly string[];
  /** Further marks. */
  readonly marks: readonly Mark[];
}

/** The final result, from all that was found out one after the other. */
export const conclude = (of: Classed, { rank, awards, alerts, marks }: Honours): Result => ({
  key: of.key,
  columns: of.columns,
  scores: of.scores,
  states: of.states,
  unclamped: of.unclamped,
  total: of.total,
  rows: of.rows,
  parts: of.parts,
  state: of.state,
  reason: of.reason,
  band: of.band,
  natural: of.natural,
  rules: of.rules,
  marks: withMarks(of.marks, marks),
  moved: of.moved,
  decisions: of.decisions,
  rank,
  awards: awards.length === 0 ? none : awards,
  alerts: alerts.length === 0 ? none : alerts,
});

/** Marks in order, each once. */
export const withMarks = (marks: readonly Mark[], further: readonly Mark[]): readonly Mark[] =>
  further.length === 0 ? marks : [...new Set([...marks, ...further])].sort();

export interface Obstacle {
  readonly state: "incomplete" | "not_rated";
  readonly reason: Reason;
}

type Outcome =
  | { readonly state: "rated"; readonly band: number; readonly reason: Reason | undefined }
  | { readonly state: "incomplete" | "not_rated"; readonly reason: Reason };

function stateOf(stage: Stage, verdict: Class, obstacle: Obstacle | undefined): Outcome {
  if (verdict.kind === "not_rated") return { state: "not_rated", reason: { kind: "rules", reasons: verdict.reasons } };
  if (obstacle) return obstacle;
  if (verdict.kind === "rated") return { state: "rated", band: verdict.band, reason: changed(stage, verdict.changes) };
  if (verdict.open === undefined) return { state: "incomplete", reason: { kind: "nothing_applies" } };
  return { state: "incomplete", reason: { kind: "left_open", band: titleOf(stage, verdict.open) } };
}

/** Why the band is not the natural one. */
function changed(stage: Stage, changes: readonly Change[]): Reason | undefined {
  if (changes.length === 0) return undefined;
  return together(
    changes.map((change): Reason => {
      const to = titleOf(stage, change.to);
      if (change.kind === "ruled") return { kind: "ruled", effect: change.effect, rules: namesOf(change.rules), to };
      const { require, title: band } = stage.bands[change.band] as Band;
      return {
        kind: "unmet",
        band,
        requirements: change.requirements.flatMap((at) => require[at]?.expression ?? []),
        to,
      };
    }),
  );
}

/** Somebody whom quotas moved, with the reason that this is. */
export function withMoves(stage: Stage, of: Classed): Classed {
  if (of.moved.length === 0) return of;
  const moves = of.moved.map(({ quotas, from, to }) => ({
    quotas: namesOf(stage.quotas.filter(({ id }) => quotas.includes(id))),
    from: titleOf(stage, from),
    to: titleOf(stage, to),
  }));
  return { ...of, reason: together([...(of.reason ? [of.reason] : []), { kind: "moved", moves }]) };
}

const titleOf = (stage: Stage, band: number): Bilingual => (stage.bands[band] as Band).title;

/** In the order of their ids, whatever that of the rubric: order never matters. */
const namesOf = (list: readonly (Rule | Quota)[]): Bilingual[] =>
  list.toSorted((a, b) => compareText(a.id, b.id)).map(({ id, title }) => title ?? untranslated(id));
