import type { Column } from "../../model/column.ts";
import type { DecisionAction } from "../../model/given.ts";
import { compareText } from "../../text/order.ts";
import { awardGroupings } from "../../views/summary/summary-awards.ts";
import type { Line } from "../../views/summary/summary-line.ts";
import { cutsOf } from "../../views/summary/summary-sums.ts";
import { nameOf, states } from "../../views/words.ts";
import { decidedColumns } from "../1-rows/decisions.ts";
import type { QuotaFigures } from "../3-classes/quotas.ts";
import { quotaFigures } from "../3-classes/quotas.ts";
import { constructs } from "../constructs.ts";
import { NotInSql } from "../not-in-sql.ts";
import type { Scaled } from "../numbers/values.ts";
import { evenly, millionths } from "../numbers/values.ts";
import type { Writing } from "../parts.ts";

/** A line of the summary for each group of people by some columns; conditions are of one person, as SQL. */
export interface Counting {
  readonly kind: Line["kind"];
  readonly id: string;
  readonly title: string;
  /** Lines stand by section, then by these two, by their group, and by their place in it. */
  readonly order: readonly [section: number, first: number, second: number];
  readonly at: number;
  /** Columns (indexes). */
  readonly within: readonly number[];
  /** Who makes up the group; absent: everybody. */
  readonly among?: string;
  readonly counted: string;
  /** Whom the count is a share of. */
  readonly whole?: string;
  /** Of those counted: what is added up. */
  readonly value?: { readonly of: Scaled; readonly as: "mean" | "sum" };
  /** Whose keys are named. */
  readonly named?: string;
  /** A text of theirs by which they are told apart, such as their reasons: a line for each. */
  readonly by?: string;
  /** Is there no line where nobody is counted? */
  readonly isNeeded?: true;
  readonly quota?: QuotaFigures;
}

/** The lines of one kind of period. */
export function countingsOf(writing: Writing): readonly Counting[] {
  const { plan, stage } = writing;
  const cuts = [[], ...cutsOf(plan, stage)];
  return [
    ...cuts.flatMap((within, second) => ofGroup(writing, within, second)),
    ...quotaFigures(writing).map((figures): Counting => {
      const { quota } = figures;
      const title = nameOf(quota, plan.language, stage.bands[quota.band]?.title[plan.language]);
      const order = [1, stage.quotas.indexOf(quota), 0] as const;
      const { about: among, candidate: counted, moved: named } = figures;
      return {
        kind: "quota",
        id: quota.id,
        title,
        order,
        at: 0,
        within: quota.within,
        among,
        counted,
        named,
        quota: figures,
      };
    }),
    ...stage.awards.flatMap((award, first) =>
      awardGroupings(plan, stage, award).flatMap((within, second): readonly Counting[] => {
        const isOwn = within.join() === award.within.join();
        const line = {
          id: award.id,
          title: award.title[plan.language],
          order: [2, first, second],
          within,
          ...(isOwn && { among: contenders(award.id, writing) }),
        } as const;
        const [given, open] = [`a_${award.id}`, `o_${award.id}`];
        return [
          { ...line, kind: "award", at: 0, counted: given, named: given },
          { ...line, kind: "award_open", at: 1, counted: open, named: open, isNeeded: true },
        ];
      }),
    ),
    ...ofSums(writing, cuts),
    ...ofDecisions(writing),
  ];
}

/** A decision gives an award to anybody, also to somebody who has no band. */
const contenders = (award: string, { hasDecisions }: Writing): string =>
  hasDecisions ? `state = 'rated' OR ${decidedColumns.award(award)} = 1` : "state = 'rated'";

/** A line for each thing that the authority decided, in the order of action and value. */
function ofDecisions({ stage: { rules, bands, awards }, hasDecisions }: Writing): readonly Counting[] {
  if (!hasDecisions) return [];
  const { exempt, award, band, isUnrated, isRated, value: by } = decidedColumns;
  const decisions: readonly (readonly [action: DecisionAction, value: string, counted: string])[] = [
    ...rules.map(({ id }) => ["exempt", id, `${exempt(id)} = 1`] as const),
    ["rate", "", `${isRated} = 1`],
    ...bands.map(({ id }, at) => ["set_band", id, `${band} = ${at}`] as const),
    ["not_rated", "", `${isUnrated} = 1`],
    ...awards.map(({ id }) => ["award", id, `${award(id)} = 1`] as const),
    ...awards.map(({ id }) => ["no_award", id, `${award(id)} = 0`] as const),
  ];
  return decisions
    .toSorted((a, b) => compareText(`${a[0]} ${a[1]}`, `${b[0]} ${b[1]}`))
    .map(([id, title, counted], at): Counting => {
      const line = { kind: "decision", id, title, order: [4, 0, 0], at, within: [] } as const;
      return { ...line, counted, named: counted, isNeeded: true, ...(id === "rate" && { by }) };
    });
}

/** Bands, those without one, and alerts. */
function ofGroup(
  { plan, stage, scores, scale, dialect }: Writing,
  within: readonly number[],
  second: number,
): readonly Counting[] {
  const { language } = plan;
  const { bands, alerts } = stage;
  const order = [0, 0, second] as const;
  const group = { order, within };
  const value = { of: added({ ...scores.total, parts: scores.total.parts * scale }, dialect), as: "mean" } as const;
  const rated = "state = 'rated'";
  const next = bands.length;
  return [
    ...bands.map(({ id, title }, at): Counting => {
      return {
        ...group,
        kind: "band",
        id,
        title: title[language],
        at,
        counted: `band_at = ${at}`,
        whole: rated,
        value,
      };
    }),
    { ...group, kind: "rated", id: "", title: states.rated[language], at: next, counted: rated, whole: "TRUE", value },
    ...(["not_rated", "incomplete"] as const).map((kind, index): Counting => {
      const counted = `state = '${kind}'`;
      const line = { ...group, kind, id: "", title: states[kind][language], at: next + 1 + index };
      const who = { counted, whole: "TRUE", named: counted, isNeeded: true } as const;
      return { ...line, ...who, ...(kind === "not_rated" && { by: "reason" }) };
    }),
    ...alerts.map(({ id, title }, index): Counting => {
      const counted = `t_${id}`;
      const line = { ...group, kind: "alert", id, title: title[language], at: next + 3 + index } as const;
      return { ...line, counted, whole: "TRUE", named: counted, isNeeded: true };
    }),
  ];
}

/** What the rubric adds up, for everybody and for each group. */
function ofSums(writing: Writing, cuts: readonly (readonly number[])[]): readonly Counting[] {
  const { plan, stage, scores, scale, dialect } = writing;
  return (plan.summary?.sum ?? []).flatMap(({ kind, index }, first): readonly Counting[] => {
    const part = kind === "column" ? (plan.columns[index] as Column) : stage.nodes[index];
    if (!part || (kind === "cell" && stage !== plan.stage)) return [];
    const node = scores.nodes.get(part.id);
    const inMillionths = (letter: string): Scaled => ({ sql: `${letter}_${part.id}`, parts: BigInt(millionths) });
    const points = node && { ...node.score, parts: node.score.parts * scale };
    const of = added(kind === "node" ? (points as Scaled) : inMillionths(kind === "cell" ? "n" : "c"), dialect);
    const applies = kind === "node" && node?.state !== undefined ? ` AND ${node.state} <> 'none'` : "";
    const counted = `${of.sql} IS NOT NULL${applies}`;
    return cuts.map((within, second): Counting => {
      const line = { kind: "sum", id: part.id, title: part.title[plan.language], order: [3, first, second] } as const;
      return { ...line, at: 0, within, counted, value: { of, as: "sum" } };
    });
  });
}

/** A figure of which several can be added up: in parts that are the same for everybody. */
function added(of: Scaled, dialect: Writing["dialect"]): Scaled {
  const whole = evenly(of, dialect);
  if (!whole) {
    throw new NotInSql("--summary", constructs.summary.refused["scores that divide by what differs"]);
  }
  return whole;
}
