import type { Code, Diagnostics, Parameters } from "../diagnostics/diagnostic.ts";
import { mostDigits, mostSteps } from "../expression/budget.ts";
import type { GivenTable } from "../model/given.ts";
import { showKey } from "../model/keys.ts";
import { hasKeyPlace, keyPlace } from "../model/places.ts";
import type { Plan } from "../model/plan.ts";
import type { Row } from "../model/row.ts";
import type { Rule } from "../model/stage.ts";
import { extentOf } from "../period/calendar.ts";
import type { Period } from "../period/period.ts";
import type { Place } from "../text/source.ts";
import type { Lookups } from "./law/environment.ts";
import type { Origin, Subject } from "./law/subject.ts";
import type { Logs } from "./logs.ts";
import { tellOutside } from "./logs.ts";
import { nearKey } from "./near-keys.ts";

export interface TableLookups extends Lookups {
  /** Tells once of each table that was not given, and lists the rows of periods other than those that were computed. */
  check(computed: readonly Period[]): void;
  onNoBand(subject: Subject, rule: Rule): void;
  /** From now on nothing is reported: results are only looked at again, to explain them. */
  close(): void;
}

/**
 * The tables given; each row that a subject needs and nobody has is reported once.
 * @param onBroken told of whom something that decides could not be looked up or worked out, and by which code
 */
export function createLookups(
  plan: Plan,
  tables: ReadonlyMap<string, GivenTable>,
  logs: Logs,
  diagnostics: Diagnostics,
  onBroken: (subject: Pick<Row, "key" | "period">, code: Code) => void,
): TableLookups {
  const told = new Set<string>();
  const lacking = new Set<string>();
  const notGiven = new Map<string, { readonly key: string; readonly place: Place; others: number }>();
  const bare = new Set<string>();
  const report = <C extends Code>(code: C, parameters: Parameters<C>, place: Place): C => {
    diagnostics.report(code, parameters, place);
    return code;
  };
  let isOpen = true;
  const periodOf = ({ standing, work }: Subject): string => standing?.period.name ?? work.whose?.period ?? "";
  /** `tell` gives the code of what leaves the result open. */
  const once = (subject: Subject, what: string, tell: (origin: Origin) => Code | undefined): void => {
    const origin = originOf(subject);
    const id = origin && [periodOf(subject), origin.key, what].join("\n");
    // Somebody whose only rows were left out was told of then.
    if (!id || !isOpen || told.has(id) || !hasKeyPlace(origin)) return;
    told.add(id);
    const code = tell(origin);
    if (code) onBroken({ key: origin.key, period: periodOf(subject) }, code);
  };
  function nearRow(id: string, row: string, period: string): string | undefined {
    const table = plan.tables?.find((each) => each.id === id);
    const { rows = [] } = tables.get(id)?.in(period) ?? {};
    const keys = rows.map((fields) => fields.field(table?.columns[table.key ?? -1]?.id ?? ""));
    return nearKey(
      row,
      keys.filter((key) => typeof key === "string"),
    );
  }
  return {
    table(id, period) {
      const given = tables.get(id);
      const table = given?.in(period);
      // Of a table with a key the row that is needed is told.
      const isList = plan.tables?.some((each) => each.id === id && each.key === undefined);
      if (given?.dated && table?.rows.length === 0 && isList && isOpen && !bare.has(`${id}\n${period}`)) {
        bare.add(`${id}\n${period}`);
        diagnostics.report("D509", { table: id, period });
      }
      return table;
    },
    facts: logs.of,
    onMissing(subject, table, row) {
      once(subject, `${table}\n${row}`, (origin) => {
        lacking.add(origin.key);
        const key = showKey(origin.key);
        const place = keyPlace(plan, origin);
        if (row === undefined) {
          const first = notGiven.get(table);
          if (first) first.others++;
          else notGiven.set(table, { key, place, others: 0 });
          return "D501";
        }
        const period = tables.get(table)?.dated ? periodOf(subject) : undefined;
        // Of the many that are only counted nobody reads what they may mean.
        const isRead = diagnostics.keeps("D502", place.file);
        const suggestion = isRead ? nearRow(table, row, periodOf(subject)) : undefined;
        return report("D502", { table, key, row, period, suggestion }, place);
      });
    },
    onZero(subject, id) {
      // What the rubric says of this very item is no news.
      if (isStated(plan, id)) return;
      once(subject, `zero ${id}`, (origin) => {
        diagnostics.report("A111", { id, key: showKey(origin.key) }, keyPlace(plan, origin));
        return undefined;
      });
    },
    onExhausted(subject, id) {
      once(subject, `exhausted ${id}`, (origin) => {
        const limits = { steps: mostSteps, digits: mostDigits };
        return report("A113", { id, key: showKey(origin.key), ...limits }, keyPlace(plan, origin));
      });
    },
    onNoBand(subject, { id }) {
      // A row that is not there, or a cell of a table that could not be read, has been told already.
      if (diagnostics.stopper || lacking.has(originOf(subject)?.key ?? "")) return;
      once(subject, `rule ${id}`, (origin) =>
        report("D503", { rule: id, key: showKey(origin.key) }, keyPlace(plan, origin)),
      );
    },
    check(computed) {
      for (const [table, { key, place, others }] of notGiven)
        diagnostics.report("D501", { table, key, others: others || undefined }, place);
      const extents = computed.map((period) => extentOf(period, plan.year));
      for (const [id, { dated }] of tables) if (dated) tellOutside(id, dated, extents, diagnostics);
    },
    close() {
      isOpen = false;
    },
  };
}

const isStated = ({ stage, rollups }: Plan, id: string): boolean =>
  [stage, ...rollups].some(({ nodes }) =>
    nodes.some((node) => node.id === id && node.body.kind === "item" && node.body.missingStated === true),
  );

/** Whom an expression is about; a score is worked out before anything else is known than its row. */
const originOf = ({ standing, work: { row, whose } }: Subject): Origin | undefined =>
  standing?.origin ?? whose?.origin ?? (row && { key: row.key, rows: [row], parts: [] });
