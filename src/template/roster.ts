import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import type { CellValue } from "../model/column.ts";
import { listsBy } from "../model/groups.ts";
import { cellPlace } from "../model/places.ts";
import type { Plan } from "../model/plan.ts";
import { cellText } from "../sheet/1-records/cell-text.ts";
import type { FileInput } from "../sheet/1-records/open-records.ts";
import { groupsAbove } from "../sheet/2-header/groups-above.ts";
import { isRowNumberName } from "../sheet/2-header/row-number-name.ts";
import { scoreColumns } from "../sheet/2-header/targets.ts";
import { columnDecoder } from "../sheet/3-cells/column-decoder.ts";
import { conditionOf } from "../sheet/3-cells/condition.ts";
import { unwatched } from "../sheet/3-cells/decimal-mark.ts";
import { isFault } from "../sheet/3-cells/fault.ts";
import { isScoreLike } from "../sheet/3-cells/score-like.ts";
import type { TitleRows } from "../sheet/4-rows/title-rows.ts";
import { createTitleRows } from "../sheet/4-rows/title-rows.ts";
import { readList } from "../sheet/lists/list.ts";
import { decisionsFile, givenBackFile } from "../sheet/misplaced.ts";
import { compareNatural } from "../text/order.ts";
import { phrase } from "../text/phrase.ts";
import { groupingColumns } from "../views/columns.ts";
import { createRosterChecks } from "./roster-checks.ts";
import type { Person } from "./template.ts";

/**
 * The people of a list that has the key, and whatever else of the columns of the rubric, each once: a score sheet has somebody in several
 * periods, or of several raters. What is wrong with it is reported. `unit`: the column whose values part it.
 */
export async function readRoster(
  plan: Plan,
  input: FileInput,
  diagnostics: Diagnostics,
  unit?: number,
): Promise<readonly Person[]> {
  const people = new Map<string, Person>();
  const columns = plan.columns.map(({ id, headers, from }, at) => ({
    id,
    headers,
    required: plan.key.includes(at) && from === undefined,
    isKey: plan.key.includes(at),
  }));
  const items = scoreColumns(plan).map(({ names: [id, ...headers] }) => ({ id, headers, required: false }));
  let passing: ReadonlySet<string> = new Set();
  let isSheet = false;
  const rater = plan.ratings?.by ?? -1;
  const checks = createRosterChecks(plan, unit, diagnostics);
  let titles: TitleRows | undefined;
  /** Lines of titles below which nobody stands so far, and what is to be asked of them where somebody does. */
  let titleLines: number[] = [];
  let questions: (() => void)[] = [];
  let numberOrdinal = 0;
  await readList(input, [...columns, ...items], diagnostics, {
    expected: phrase("a list of people"),
    // Decisions and mended rows are about some of the people: the others would have no form.
    isOther: (kind) => kind === decisionsFile || kind === givenBackFile,
    isOfPeople: true,
    onHeader: (ordinals, names, above) => {
      const ordinalsOf = (of: readonly { readonly id: string }[]) => of.map(({ id }) => ordinals.get(id) ?? 0);
      const layout = { name: input.name, columns: ordinalsOf(columns), cells: ordinalsOf(items) };
      tellNameless(plan, ordinals, names, input.name, diagnostics);
      numberOrdinal = names.findIndex(isRowNumberName) + 1;
      titles = createTitleRows(plan, { layout, names, ...groupsAbove(plan, input.name, above) });
      if (!items.some(({ id }) => ordinals.has(id))) return;
      passing = new Set(passingColumns(plan).filter((id) => ordinals.has(id)));
      isSheet = true;
      if (passing.size > 0) diagnostics.report("D147", { columns: [...passing] }, cellPlace(input.name, 1));
    },
    isTitle(record) {
      const title = titles?.take(record);
      // A lone name that may be the title of a group is somebody, unless others have numbers: a list has nothing else of him.
      const isUnnumbered = numberOrdinal > 0 && cellText(record.cells[numberOrdinal - 1] ?? "") === "";
      if (!title || (title.kind === "perhaps" && !title.isNumbered && !isUnnumbered)) {
        if (!isUnnumbered) titles?.somebody(record);
        return false;
      }
      titleLines.push(record.line);
      const { kind, text: found, wider } = title;
      const place = cellPlace(input.name, record.line, title.ordinal);
      if (wider) questions.push(() => diagnostics.report("D253", { found, ...wider }, place));
      else if ((kind === "perhaps" || kind === "doubted") && !title.isNumbered)
        questions.push(() => {
          if (kind === "perhaps" || titles?.wentOn) diagnostics.report("D132", { found }, place);
        });
      return true;
    },
    get told() {
      return new Map([...(titles?.values ?? [])].map(([at, text]) => [columns[at]?.id ?? "", text]));
    },
    passedOver: () => [...titleLines, ...checks.nobodys],
    onMissing: (column, place) =>
      diagnostics.report("D105", { column, suggestion: undefined, other: undefined, from: undefined }, place),
    onRow: (row) => {
      const isPassing = ({ id, of }: Plan["columns"][number], at: number): boolean =>
        at !== unit && (passing.has(id) || (isSheet && of !== "subject"));
      const person = plan.columns.map((column, at) =>
        isPassing(column, at) ? undefined : row.text(column.id) || undefined,
      );
      const isScored = items.some(({ id }) => isScoreLike(row.text(id)));
      if (!checks.isSomebody(row, person, isScored, titles !== undefined)) return;
      for (const ask of questions) ask();
      [titleLines, questions] = [[], []];
      const who = JSON.stringify([...plan.key, rater].map((at) => person[at]));
      const before = people.get(who);
      if (before) checks.again(row, person, before);
      else people.set(who, person);
    },
  });
  return [...people.values()];
}

/** Nobody sees whose row of a form it is without the names that the list has, perhaps in a column that is called otherwise. */
function tellNameless(
  { columns, name }: Plan,
  ordinals: ReadonlyMap<string, number>,
  heads: readonly string[],
  file: string,
  diagnostics: Diagnostics,
): void {
  const column = columns[name ?? -1]?.id;
  if (column === undefined || ordinals.has(column)) return;
  const read = new Set(ordinals.values());
  const others = heads.filter((head, at) => head.trim() !== "" && !read.has(at + 1) && !isRowNumberName(head));
  const unread = others.map((head) => `"${head}"`);
  diagnostics.report("D170", { column, unread: unread.length > 0 ? unread : undefined }, cellPlace(file, 1));
}

/**
 * Ids of columns whose value may be another in each period, such as a penalty: no text and no date, with a default, grouping nobody, and
 * saying nothing by which raters are told apart.
 */
function passingColumns(plan: Plan): readonly string[] {
  const groups = [...groupingColumns(plan), ...plan.columns.flatMap(({ is }) => is ?? [])];
  return plan.columns.flatMap((column, at) =>
    column.default === undefined || ["text", "date"].includes(column.type.kind) || groups.includes(at)
      ? []
      : [column.id],
  );
}

/** The people of each value of a column, in the order of their names. */
export function unitsOf(
  people: readonly Person[],
  column: number,
): readonly { readonly name: string; readonly people: readonly Person[] }[] {
  return [...listsBy(people, (person) => person[column] ?? "")]
    .map(([name, members]) => ({ name, people: members }))
    .sort((a, b) => compareNatural(a.name, b.name));
}

/** Raters are known where a column says of them what it says of subjects (`is:`): then they are subjects of the list themselves. */
export const knowsRaters = ({ ratings, columns }: Plan): boolean =>
  ratings !== undefined && !ratings.sources && columns.some(({ is }) => is !== undefined);

/** For each rater whom it may score; undefined where nobody knows who scores, see {@link knowsRaters}. */
export function ratersOf(plan: Plan, people: readonly Person[]): ReturnType<typeof unitsOf> | undefined {
  const { ratings } = plan;
  if (!ratings || !knowsRaters(plan)) return undefined;
  const [key = 0] = plan.key;
  const accept = ratings.accept && conditionOf(ratings.accept.expression, plan);
  const decoders = plan.columns.map(({ type }) => columnDecoder(type, unwatched));
  const valuesOf = (person: Person): (CellValue | undefined)[] =>
    plan.columns.map((column, at) => {
      const text = person[at];
      const value = text === undefined ? undefined : decoders[at]?.(text, { line: 1, column: at + 1 });
      return value === undefined || isFault(value) ? column.default : value;
    });
  return people.map((rater) => {
    const own = valuesOf(rater);
    const scored = people.filter((subject) => {
      const values = valuesOf(subject);
      for (const [at, column] of plan.columns.entries()) if (column.is !== undefined) values[at] = own[column.is];
      values[ratings.by] = rater[key];
      return accept === undefined || accept.holds(values);
    });
    const name = rater[key] ?? "";
    return { name, people: scored.map((person) => person.map((text, at) => (at === ratings.by ? name : text))) };
  });
}
