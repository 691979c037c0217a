import { evaluator } from "../../expression/evaluate.ts";
import { namesIn } from "../../expression/names.ts";
import type { Expression, Fields, Table, Value } from "../../expression/tree.ts";
import type { Fact } from "../../model/given.ts";
import type { Node, Units } from "../../model/node.ts";
import type { Plan } from "../../model/plan.ts";
import type { Cell } from "../../model/row.ts";
import type { Stage } from "../../model/stage.ts";
import { weightIn } from "../../model/stages.ts";
import type { Exact } from "../../number/exact.ts";
import { floor } from "../../number/exact.ts";
import type { Extent } from "../../period/calendar.ts";
import { extentOf } from "../../period/calendar.ts";
import { periodNamed } from "../../period/parse-period.ts";
import type { Subject } from "./subject.ts";
import type { Whose, Work } from "./work.ts";
import { toPoints } from "./work.ts";

/** Lookup tables, and whom to tell of what an expression needs and does not get. */
export interface Lookups {
  /** As it is in a period; undefined where it was not given. */
  table(id: string, period: string): Table | undefined;
  /** What a log says of a subject in a period; undefined where it was not given. */
  facts(id: string, whose: Whose): readonly Fact[] | undefined;
  /** `key` absent: the table itself was not given. */
  onMissing(subject: Subject, table: string, key?: string): void;
  /** A division by zero in the item, rule, award or alert of that id left it without a value. */
  onZero(subject: Subject, id: string): void;
  /** The expression of the item, rule, award or alert of that id took too many steps or digits. */
  onExhausted(subject: Subject, id: string): void;
}

export type Evaluate = (subject: Subject) => Value;

/** Whether something applies to somebody; undefined where nobody knows the columns that decide. */
export type Condition = (subject: Subject) => boolean | undefined;

/** Compiles the expressions of one stage into functions over a {@link Subject}. */
export interface Environment {
  /**
   * `id`: the item, rule, award or alert that the expression belongs to. `max`: the most that an item can have, which is its
   * own `full` while it is being worked out.
   */
  compile(expression: Expression, id?: string, max?: Units): Evaluate;
  /** A `when` over columns: without a row of a longer period it looks at the latest part. */
  condition(expression: Expression): Condition;
  /** The value of what such a `when` reads. */
  ofColumns(expression: Expression): Evaluate;
  /** Tells of a division by zero that is no expression's. */
  onZero(subject: Subject, id: string): void;
}

export function createEnvironment(plan: Plan, stage: Stage, lookups?: Lookups): Environment {
  const columns = new Map(plan.columns.map((column, index) => [column.id, index]));
  const nodes = new Map(stage.nodes.map((node, index) => [node.id, index]));
  // Without a row of a longer period nobody knows its columns.
  const isRollup = stage !== plan.stage;
  const at =
    (column: number): Evaluate =>
    ({ work }) =>
      work.columns[column];

  function resolve(name: string): Evaluate {
    switch (name) {
      case "total":
        return ({ work }) => points(work.total);
      case "unclamped":
        return ({ work }) => points(work.unclamped);
      case "band":
        return ({ band }) => band;
      case "state":
        return ({ state }) => state;
      case "period":
        return ({ work }) => work.whose?.period;
      case "period_start":
        return ({ work }) => extent(work)?.first;
      case "period_end":
        return ({ work }) => extent(work)?.last;
      case "raw":
        return ({ work }) => record((id) => rawValue(plan, stage.nodes[nodes.get(id) ?? -1]?.body, work.cells));
      case "full":
        return ({ work }) => record((id) => full(work, nodes.get(id) ?? -1));
    }
    const node = nodes.get(name);
    if (node !== undefined) return ({ work }) => points(work.scores[node]);
    const column = columns.get(name);
    if (column !== undefined)
      return isRollup ? ({ work }) => (work.row ? work.columns[column] : undefined) : at(column);
    const table = plan.tables?.find(({ id }) => id === name);
    if (table) return (subject) => (table.log ? factsFor(subject, name) : tableFor(subject, name));
    return ({ rollup }) => rollup?.field(name);
  }
  const ofColumns = (expression: Expression): Evaluate =>
    evaluator<Subject>(expression, (name) => at(columns.get(name) ?? -1));
  /** What is asked of a column that does not apply does not hold. */
  function condition(expression: Expression): Condition {
    const decide = ofColumns(expression);
    const unknown = [...namesIn(expression)].flatMap((name) => {
      const column = columns.get(name) ?? -1;
      const { when } = plan.columns[column] ?? {};
      const applies = when ? condition(when) : () => true;
      return (subject: Subject) => subject.work.columns[column] === undefined && applies(subject) !== false;
    });
    return (subject) => {
      const held = decide(subject);
      if (typeof held === "boolean") return held;
      return unknown.some((isUnknown) => isUnknown(subject)) ? undefined : false;
    };
  }
  function withOwn(own: string, max: Units): (name: string) => Evaluate {
    const most = points(max);
    const fulls: Evaluate = ({ work }) => record((id) => (id === own ? most : full(work, nodes.get(id) ?? -1)));
    return (name) => (name === "full" ? fulls : resolve(name));
  }
  function tableFor(subject: Subject, id: string): Table | undefined {
    const period = subject.standing?.period.name ?? subject.work.whose?.period ?? "";
    const table = lookups?.table(id, period);
    if (!table) lookups?.onMissing(subject, id);
    return table;
  }
  function factsFor(subject: Subject, id: string): readonly Fact[] | undefined {
    const { whose } = subject.work;
    if (!whose) return undefined;
    const facts = lookups?.facts(id, whose);
    if (!facts) lookups?.onMissing(subject, id);
    return facts;
  }
  const extent = ({ whose }: Work): Extent | undefined => whose && extentOf(periodNamed(whose.period), plan.year);
  // What is missing may still be skipped: until it is filled in nobody knows the max that applies.
  const full = ({ states, full: most }: Work, node: number): Value =>
    states[node] === undefined || states[node] === "missing" ? undefined : points(most[node]);
  const items = ({ work }: Subject, [area]: readonly Value[]): Value => {
    if (work.states.length === 0) return undefined;
    return leavesBelow(stage, nodes.get(area as string) ?? -1)
      .filter((at) => work.states[at] === "counts" || work.states[at] === "missing")
      .map((at) => itemRecord(at, work));
  };
  const itemRecord = (at: number, work: Work): Fields =>
    record((field) => {
      const node = stage.nodes[at] as Node;
      switch (field) {
        case "id":
          return node.id;
        case "score":
          return points(work.scores[at]);
        case "full":
          return full(work, at);
        case "weight":
          return weightIn(stage, at);
        default:
          return rawValue(plan, node.body, work.cells);
      }
    });
  const points = (units: Work["total"]): Value => (units === undefined ? undefined : toPoints(units, plan.scale));
  return {
    onZero: (subject, id) => lookups?.onZero(subject, id),
    condition,
    ofColumns,
    compile: (expression, id = "", max = undefined) =>
      evaluator<Subject>(expression, max === undefined ? resolve : withOwn(id, max), {
        onZero: (subject) => lookups?.onZero(subject, id),
        onExhausted: (subject) => lookups?.onExhausted(subject, id),
        onMissingRow: (subject, table, key) => lookups?.onMissing(subject, table, key),
        ask: (name) => (name === "recent" ? recent : name === "items" ? items : undefined),
      }),
  };
}

/** `recent(n)`; a part of a period counts as none. */
const recent = (subject: Subject, [count]: readonly Value[]): Value =>
  subject.standing?.recent(subject, floor(count as Exact) as number);

const record = (field: Fields["field"]): Fields => ({ field });

/** The items of an area at any depth. */
function leavesBelow({ nodes }: Stage, area: number): readonly number[] {
  const below = (at: number): readonly number[] => {
    const body = nodes[at]?.body;
    return body?.kind === "area" ? body.children.flatMap(below) : [at];
  };
  return area < 0 ? [] : below(area);
}

/** The cell of an item before its scale: points, a level's id, a flag, a count, a percentage or a number. */
function rawValue(plan: Plan, body: Node["body"] | undefined, cells: readonly Cell[]): Value {
  if (body?.kind !== "item" || body.cell === undefined) return undefined;
  const cell = cells[body.cell];
  if (cell === undefined || cell === null || typeof cell === "string") return undefined;
  switch (body.scale.kind) {
    case "points":
      return toPoints(cell, plan.scale);
    case "levels":
      return typeof cell === "number" ? body.scale.levels[cell]?.id : undefined;
    case "yes":
      return cell === 1;
    default:
      return cell;
  }
}
