import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { namesIn } from "../../expression/names.ts";
import type { Column } from "../../model/column.ts";
import { valueText } from "../../model/groups.ts";
import { showKey } from "../../model/keys.ts";
import { widerKey } from "../../model/other-key.ts";
import { cellPlace, rowKeyPlace } from "../../model/places.ts";
import type { Plan } from "../../model/plan.ts";
import type { Ratings } from "../../model/ratings.ts";
import type { Row } from "../../model/row.ts";
import { untranslated } from "../../text/bilingual.ts";
import { phrase } from "../../text/phrase.ts";
import type { Environment } from "../law/environment.ts";
import { startWork } from "../law/work.ts";
import { reportDoubled } from "../official.ts";
import type { SubjectOptions } from "../subjects.ts";
import type { Gathering } from "./gather.ts";
import { sameValue } from "./rater-columns.ts";

/** Decides whether a rating counts, and reports those that contradict others or may not be given. A row without a rater is none. */
export function acceptance(
  plan: Plan,
  ratings: Ratings,
  environment: Environment,
  diagnostics: Diagnostics,
  onContradiction: SubjectOptions["onContradiction"] = () => undefined,
): (gathering: Gathering, row: Row) => boolean {
  const accept = ratings.accept && environment.compile(ratings.accept.expression);
  const deciding = decidingColumns(plan, ratings);
  const roles = rolesOf(ratings);
  const names = new Map<string, string>();
  let doubled: Row | undefined;
  const place = (row: Row, column: number) => cellPlace(row.sheet.name, row.line, row.sheet.columns[column] || 1);

  /** The cells that decided, besides that of the rater. */
  const cellsOf = (row: Row, columns: readonly number[]) =>
    columns.flatMap((column) => {
      const { id, is } = plan.columns[column] as Column;
      const isLeftOut = !row.sheet.columns[column];
      if (isLeftOut && is === undefined) return [];
      const text = `${id} = ${valueText(row.columns[column])}`;
      return [{ place: place(row, isLeftOut ? ratings.by : column), message: untranslated(text) }];
    });

  /** What is wrong with a rating, if anything: reported, and told. */
  function contradicts(gathering: Gathering, row: Row, rater: string): boolean {
    const key = showKey(row.key);
    const earlier = gathering.raters.get(rater);
    if (earlier && ratings.sources) return isDoubled(gathering.first, row);
    if (earlier) {
      diagnostics.report("A301", { rater, key, period: row.period }, place(row, ratings.by), [
        { place: rowKeyPlace(plan, earlier), message: phrase("the first rating") },
      ]);
      return refused(row, "A301");
    }
    // Of one name only one text is kept.
    if (!names.has(rater)) names.set(rater, rater);
    gathering.raters.set(names.get(rater) as string, { sheet: row.sheet, line: row.line });
    const differing = differingColumn(plan, gathering.first, row);
    if (differing < 0) return false;
    const column = (plan.columns[differing] as Column).title;
    const parameters = { key, period: row.period, column, wider: widerKey(plan, gathering.first.columns, row.columns) };
    diagnostics.report("A302", parameters, place(row, differing), [
      { place: place(gathering.first, differing), message: phrase("the other cell") },
    ]);
    return refused(row, "A302");
  }

  /** A second row of a wide sheet, told of once for all its sources. */
  function isDoubled(first: Row, row: Row): true {
    const isTold = doubled?.line === row.line && doubled.sheet.name === row.sheet.name;
    doubled = row;
    if (!isTold) reportDoubled(plan, diagnostics, first, row);
    return refused(row, "A201");
  }

  function refused(row: Row, code: "A201" | "A301" | "A302" | "A303" | "A305"): true {
    onContradiction(row, code);
    return true;
  }

  /** Whether the rubric lets this rating count. */
  function mayCount(row: Row, rater: string): boolean {
    const key = showKey(row.key);
    if (accept && accept({ work: startWork(plan.stage, row.columns, row.cells) }) !== true) {
      const about = { rater, key, accept: ratings.accept?.text ?? "" };
      const code = ratings.otherwise === "ignore" ? "A304" : "A303";
      diagnostics.report(code, about, place(row, ratings.by), cellsOf(row, deciding));
      return ratings.otherwise === "ignore" ? false : !refused(row, "A303");
    }
    const role = String(row.columns[ratings.role ?? ratings.by]);
    if (!roles || roles.has(role)) return true;
    diagnostics.report("A305", { role, rater, known: [...roles].join(", ") }, place(row, ratings.role ?? ratings.by));
    return !refused(row, "A305");
  }

  return (gathering, row) => {
    const rater = row.columns[ratings.by];
    return rater !== undefined && !contradicts(gathering, row, String(rater)) && mayCount(row, String(rater));
  };
}

/** Columns (indexes) that `accept` asks about, without the rater's. */
function decidingColumns({ columns }: Plan, { accept, by }: Ratings): readonly number[] {
  const names = accept ? namesIn(accept.expression) : new Set<string>();
  return [...columns.keys()].filter((index) => index !== by && names.has((columns[index] as Column).id));
}

/** The subject's own columns are the same in all its rows; -1, or the index of one that is not. */
const differingColumn = (plan: Plan, first: Row, row: Row): number =>
  plan.columns.findIndex(
    ({ of, id }, i) => of === "subject" && id !== "period" && !sameValue(row.columns[i], first.columns[i]),
  );

/** The roles that may score, where the combination goes by role. */
function rolesOf({ combine }: Ratings): ReadonlySet<string> | undefined {
  if (combine.kind === "weights") return new Set(combine.weights.map(({ role }) => role));
  return combine.kind === "first" ? new Set(combine.roles) : undefined;
}
