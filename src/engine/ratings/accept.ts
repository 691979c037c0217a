import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { namesIn } from "../../expression/names.ts";
import type { Column } from "../../model/column.ts";
import { sameValue } from "../../model/column.ts";
import { valueText } from "../../model/groups.ts";
import { showKey } from "../../model/keys.ts";
import { widerKey } from "../../model/other-key.ts";
import { rowKeyPlace, rowPlace } from "../../model/places.ts";
import type { Plan } from "../../model/plan.ts";
import type { Ratings } from "../../model/ratings.ts";
import type { Row, RowHead } from "../../model/row.ts";
import { untranslated } from "../../text/bilingual.ts";
import { phrase } from "../../text/phrase.ts";
import type { Environment } from "../law/environment.ts";
import { startWork } from "../law/work.ts";
import { reportDoubled } from "../official.ts";
import type { PerSubject, SubjectOptions } from "../subjects.ts";
import { entryOf, isSound } from "../subjects.ts";

/** Which ratings count. */
export interface Acceptance {
  /** Reports a row that contradicts an earlier one of its subject: the rater's own, or in the subject's columns. */
  contradicts(row: RowHead): boolean;
  /** Whether the rubric lets a rating count; one that may not be given is reported. A row without a rater is none. */
  allows(row: Row): boolean;
  /** Those whose rows of a subject were looked at. */
  ratersOf(subject: Pick<Row, "key" | "period">): ReadonlySet<string>;
}

/** The rows of one subject in one period, those too that were left out. */
interface Met {
  /** The first that is sound, else the first. */
  first: RowHead;
  /** By name; the rows themselves are not kept. */
  readonly raters: Map<string, Pick<RowHead, "sheet" | "line">>;
}

export function createAcceptance(
  plan: Plan,
  ratings: Ratings,
  environment: Environment,
  diagnostics: Diagnostics,
  onContradiction: SubjectOptions["onContradiction"] = () => undefined,
): Acceptance {
  const accept = ratings.accept && environment.compile(ratings.accept.expression);
  const deciding = decidingColumns(plan, ratings);
  const roles = rolesOf(ratings);
  const met: PerSubject<Met> = new Map();
  const names = new Map<string, string>();
  let doubled: RowHead | undefined;
  const place = (row: RowHead, column: number) => rowPlace(row, row.sheet.columns[column] || 1);

  /** The cells that decided, besides that of the rater. */
  const cellsOf = (row: Row, columns: readonly number[]) =>
    columns.flatMap((column) => {
      const { id, is } = plan.columns[column] as Column;
      const isLeftOut = !row.sheet.columns[column];
      if (isLeftOut && is === undefined) return [];
      const text = `${id} = ${valueText(row.columns[column])}`;
      return [{ place: place(row, isLeftOut ? ratings.by : column), message: untranslated(text) }];
    });

  function contradicts(row: RowHead): boolean {
    const by = row.columns[ratings.by];
    const known = entryOf(met, row, (): Met => ({ first: row, raters: new Map() }));
    const { first, raters } = known;
    if (isSound(row) && !isSound(first)) known.first = row;
    if (by === undefined) return false;
    const [rater, key] = [String(by), showKey(row.key)];
    const earlier = raters.get(rater);
    if (earlier && ratings.sources) return isDoubled(first, row);
    if (earlier) {
      diagnostics.report("A301", { rater, key, period: row.period }, place(row, ratings.by), [
        { place: rowKeyPlace(plan, earlier), message: phrase("the first rating") },
      ]);
      return refused(row, "A301");
    }
    // Of one name only one text is kept.
    if (!names.has(rater)) names.set(rater, rater);
    raters.set(names.get(rater) as string, { sheet: row.sheet, line: row.line });
    const differing = differingColumn(plan, first, row);
    if (differing < 0) return false;
    const column = (plan.columns[differing] as Column).title;
    const parameters = { key, period: row.period, column, wider: widerKey(plan, first.columns, row.columns) };
    diagnostics.report("A302", parameters, place(row, differing), [
      { place: place(first, differing), message: phrase("the other cell") },
    ]);
    return refused(row, "A302");
  }

  /** A second row of a wide sheet, told of once for all its sources. */
  function isDoubled(first: RowHead, row: RowHead): true {
    const isTold = doubled?.line === row.line && doubled.sheet.name === row.sheet.name;
    doubled = row;
    if (!isTold) reportDoubled(plan, diagnostics, first, row);
    return refused(row, "A201");
  }

  function refused(row: RowHead, code: "A201" | "A301" | "A302" | "A303" | "A305"): true {
    onContradiction(row, code);
    return true;
  }

  function allows(row: Row): boolean {
    const by = row.columns[ratings.by];
    if (by === undefined) return false;
    const [rater, key] = [String(by), showKey(row.key)];
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

  return {
    contradicts,
    allows,
    ratersOf: ({ period, key }) => new Set(met.get(period)?.get(key)?.raters.keys()),
  };
}

/** Columns (indexes) that `accept` asks about, without the rater's. */
function decidingColumns({ columns }: Plan, { accept, by }: Ratings): readonly number[] {
  const names = accept ? namesIn(accept.expression) : new Set<string>();
  return [...columns.keys()].filter((index) => index !== by && names.has((columns[index] as Column).id));
}

/** The subject's own columns are the same in all its rows; -1, or the index of one that is not. */
function differingColumn({ columns }: Plan, first: RowHead, row: RowHead): number {
  const isWhole = isSound(first) && isSound(row);
  return columns.findIndex(({ of, id }, at) => {
    const [one, other] = [first.columns[at], row.columns[at]];
    const isKnown = isWhole || (one !== undefined && other !== undefined);
    return of === "subject" && id !== "period" && isKnown && !sameValue(one, other);
  });
}

/** The roles that may score, where the combination goes by role. */
function rolesOf({ combine }: Ratings): ReadonlySet<string> | undefined {
  if (combine.kind === "weights") return new Set(combine.weights.map(({ role }) => role));
  return combine.kind === "first" ? new Set(combine.roles) : undefined;
}
