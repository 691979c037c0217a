import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { mostDigits, mostSteps } from "../expression/budget.ts";
import type { Table } from "../expression/tree.ts";
import { showKey } from "../model/keys.ts";
import { keyPlace } from "../model/places.ts";
import type { Plan, Rule } from "../model/plan.ts";
import type { Lookups } from "./law/environment.ts";
import type { Origin, Subject } from "./law/subject.ts";
import type { Logs } from "./logs.ts";

export interface TableLookups extends Lookups {
  onNoBand(subject: Subject, rule: Rule): void;
  /** From now on nothing is reported: results are only looked at again, to explain them. */
  close(): void;
}

/** The tables given; each row that a subject needs and nobody has is reported once. */
export function createLookups(
  plan: Plan,
  tables: ReadonlyMap<string, Table>,
  logs: Logs,
  diagnostics: Diagnostics,
): TableLookups {
  const told = new Set<string>();
  const lacking = new Set<string>();
  let isOpen = true;
  const once = (subject: Subject, what: string, tell: (origin: Origin) => void): void => {
    const origin = originOf(subject);
    const id = origin && [subject.standing?.period.name ?? subject.work.whose?.period, origin.key, what].join("\n");
    if (!id || !isOpen || told.has(id)) return;
    told.add(id);
    tell(origin);
  };
  return {
    table: (id) => tables.get(id),
    facts: logs.of,
    onMissing(subject, table, row) {
      once(subject, `${table}\n${row}`, (origin) => {
        lacking.add(origin.key);
        const key = showKey(origin.key);
        if (row === undefined) diagnostics.report("D501", { table, key }, keyPlace(plan, origin));
        else diagnostics.report("D502", { table, key, row }, keyPlace(plan, origin));
      });
    },
    onZero(subject, id) {
      // What the rubric says of this very item is no news.
      if (isStated(plan, id)) return;
      once(subject, `zero ${id}`, (origin) =>
        diagnostics.report("A111", { id, key: showKey(origin.key) }, keyPlace(plan, origin)),
      );
    },
    onExhausted(subject, id) {
      once(subject, `exhausted ${id}`, (origin) =>
        diagnostics.report(
          "A113",
          { id, key: showKey(origin.key), steps: mostSteps, digits: mostDigits },
          keyPlace(plan, origin),
        ),
      );
    },
    onNoBand(subject, { id }) {
      once(subject, `rule ${id}`, (origin) => {
        // A row that is not there has been told already.
        if (lacking.has(origin.key)) return;
        diagnostics.report("D503", { rule: id, key: showKey(origin.key) }, keyPlace(plan, origin));
      });
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
