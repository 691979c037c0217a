import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { asNumber, joinKey, showKey } from "../model/keys.ts";
import type { Plan } from "../model/plan.ts";
import { inFigures } from "../period/shown-day.ts";
import { expectedText } from "../sheet/3-cells/expected.ts";
import type { ListRow } from "../sheet/lists/list-row.ts";
import { mayBeName } from "../sheet/row-words.ts";
import { createPools } from "../sheet/spellings/look-alikes.ts";
import { usesOf } from "../sheet/spellings/spellings.ts";
import { lookAlike } from "../text/fold.ts";
import type { Person } from "./template.ts";

/** Sees to it that nobody of a list is left out of its forms, or in two of them, without a word. */
export interface RosterChecks {
  /**
   * Does the row name somebody, as far as it says who that is? Reports what lacks. `isScored`: it has a score, which only people have.
   * `hasTitles`: titles of groups are no rows here.
   */
  isSomebody(row: ListRow, person: Person, isScored: boolean, hasTitles: boolean): boolean;
  /** Another row with the key of somebody. */
  again(row: ListRow, person: Person, before: Person): void;
  /** Lines of rows that name nobody: titles of groups, and what stands below the last one; after the last row. */
  readonly nobodys: readonly number[];
}

/** `unit`: the column whose values part the list, where a blank cell or another spelling would make a form of its own. */
export function createRosterChecks(plan: Plan, unit: number | undefined, diagnostics: Diagnostics): RosterChecks {
  const asked = [...new Set([...plan.key, ...(unit === undefined ? [] : [unit])])];
  const columnAt = (at: number) => plan.columns[at] as Plan["columns"][number];
  const compared = asked.filter((at) => columnAt(at).match === undefined);
  const pools = compared.map((at) => {
    const { id, headers } = columnAt(at);
    const { use } = usesOf(plan, [columnAt(at)]);
    return [at, createPools([id, ...headers], use, [use], diagnostics)({ label: id, use })] as const;
  });
  /** Rows without a key: of people if somebody follows; below the last one they may be signatures. */
  let waiting: { readonly row: ListRow; readonly person: Person; readonly alone?: string }[] = [];
  const titles: number[] = [];
  /** Keys by what spreadsheets may leave of them, as first written. */
  const bareKeys = new Map<string, string>();
  /** Keys of which it was said that they may be another's. */
  const toldKeys = new Set<string>();

  function compareKey(row: ListRow, person: Person): void {
    const parts = plan.key.map((at) => person[at] ?? "");
    const [key, bare] = [joinKey(parts), joinKey(parts.map((part) => asNumber(inFigures(part))))];
    const other = bareKeys.get(bare) ?? key;
    bareKeys.set(bare, other);
    if (other === key || toldKeys.has(key)) return;
    toldKeys.add(key);
    const place = row.place(columnAt(plan.key[0] as number).id);
    diagnostics.report("C233", { key: showKey(key), other: showKey(other) }, place);
  }

  /** `alone`: a name without anything else, which may be a title all the same. */
  function complain(row: ListRow, person: Person, alone?: string): void {
    const key = person.find((text) => text !== undefined) ?? "";
    for (const at of asked.filter((each) => person[each] === undefined)) {
      const { id, headers } = columnAt(at);
      const parameters = { header: headers[0] ?? id, key, expected: expectedText, alone };
      diagnostics.report("D201", parameters, row.place(id));
    }
  }

  /** Titles of groups have letters or Roman numbers, or say it by a figure of their own. */
  const isNumbered = ({ number = "" }: ListRow, person: Person): boolean =>
    /^\d+\.?$/.test(number) && mayBeName(person[plan.name ?? -1] ?? "");
  /** Where rows have numbers, a name without one is a title. */
  const isNameAlone = ({ number }: ListRow, person: Person): boolean =>
    number === undefined && mayBeName(person[plan.name ?? -1] ?? "");

  return {
    isSomebody(row, person, isScored, hasTitles) {
      if (plan.key.some((at) => person[at] === undefined)) {
        if (isScored || isNumbered(row, person)) {
          complain(row, person);
          return false;
        }
        // A lone text is the title of a group, where titles were not told apart before.
        const name = person[plan.name ?? -1];
        if (!isLone(person) || hasTitles) waiting.push({ row, person });
        else if (name !== undefined && isNameAlone(row, person)) waiting.push({ row, person, alone: name });
        else titles.push(row.line);
        return false;
      }
      for (const { row, person, alone } of waiting) complain(row, person, alone);
      waiting = [];
      complain(row, person);
      compareKey(row, person);
      for (const [at, pool] of pools) {
        const { file, column } = row.place(columnAt(at).id);
        if (person[at] !== undefined) pool.see(person[at], file, row.line, column);
      }
      return true;
    },
    again(row, person, before) {
      const [name, other] = [person, before].map((each) => each[plan.name ?? -1]);
      if (name === undefined || other === undefined || lookAlike(name) === lookAlike(other)) return;
      const key = plan.key.map((at) => person[at]).join(" / ");
      diagnostics.report("C199", { key, name, other }, row.place(columnAt(plan.key[0] as number).id));
    },
    get nobodys() {
      return [...titles, ...waiting.map(({ row }) => row.line)];
    },
  };
}

const isLone = (person: Person): boolean => person.filter((text) => text !== undefined).length <= 1;
