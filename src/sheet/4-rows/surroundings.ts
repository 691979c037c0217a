import type { Plan } from "../../model/plan.ts";
import { textAt } from "../1-records/cell-text.ts";
import type { SheetRecord } from "../1-records/records.ts";
import type { BoundHeader } from "../2-header/header.ts";
import type { Target } from "../2-header/targets.ts";
import { createTitleRows } from "./title-rows.ts";

/** What stands outside of the rows of a sheet and holds for them: their period, and the titles of their groups. */
export interface Surroundings {
  /** Of the row that is taken next, as people see it. */
  now(record: SheetRecord): ReadonlyMap<Target, string>;
  /** Is shown each row below the header. */
  take(record: SheetRecord): void;
}

/** `period`: that of all rows which say none themselves. */
export function createSurroundings(plan: Plan, header: BoundHeader, period: string | undefined): Surroundings {
  const titles = createTitleRows(plan, header);
  const targets = header.targets.all.filter(({ kind }) => kind !== "cell");
  return {
    now(record) {
      const others = textAt(record, header.period) === "" ? period : undefined;
      return new Map(
        targets.flatMap((target) => {
          const text = target.kind === "period" ? others : titles?.values.get(target.index);
          return text === undefined ? [] : [[target, text] as const];
        }),
      );
    },
    take: (record) => titles?.take(record),
  };
}
