import { tabIn } from "../../model/places.ts";
import type { Plan } from "../../model/plan.ts";
import { findPeriods } from "../../period/parse-period.ts";
import { clean, fold, foldedWords } from "../../text/fold.ts";
import type { TextRows } from "../1-records/records.ts";
import { beginsWithName, isGroupNumber, isOneOf, unitWidth, withoutDetails } from "../group-titles.ts";
import { otherThanUnits, purposeWords } from "../vocabulary.ts";

/** By index of the plan column: the group of the whole sheet, or all that are named where they are several. */
interface GroupsAbove {
  readonly groups: ReadonlyMap<number, string>;
  readonly disputed: ReadonlyMap<number, readonly string[]>;
}

/**
 * What a sheet about one group says of it above its header, or its tab in its name, by index of the plan column: `CHI BỘ 1`,
 * `LỚP 10A1`, `Đơn vị: Phòng A`; of a column whose values stand in titles also `CHI BỘ KHU PHỐ 1`, else
 * `CHI BỘ KỸ THUẬT`. Only of columns of text, and only where nothing else there says another; other lines that begin with such a word are
 * titles of the sheet.
 * @param above the rows before the header
 */
export function groupsAbove({ columns }: Plan, file: string, above: TextRows): GroupsAbove {
  const rows = [...above, [tabIn(file)?.tab ?? ""]];
  const groups = new Map<number, string>();
  const disputed = new Map<number, readonly string[]>();
  for (const [index, { type, id, headers, from }] of columns.entries()) {
    if (type.kind !== "text") continue;
    const names = [id, ...headers];
    const ways = from ? [groupsIn, unitsIn, wordsIn] : [groupsIn];
    const said = ways.map((each) => rows.flatMap((row) => each(row, names))).find(([first]) => first !== undefined);
    if (!said) continue;
    const [group = ""] = said;
    if (said.every((other) => fold(other) === fold(group))) groups.set(index, group);
    else disputed.set(index, said);
  }
  return { groups, disputed };
}

/** Those in which the name of a unit stands behind one of these names: `CHI BỘ KHU PHỐ 1`, not `Lớp học`. */
const unitsIn = (row: readonly string[], names: readonly string[]): readonly string[] =>
  textsOf(row, names, (behind) => unitWidth(behind) >= 0);

/** Those in which any name does: `CHI BỘ KỸ THUẬT`, neither `TỔ CHỨC HỌP` nor somebody called `Tô Văn An`. */
const wordsIn = (row: readonly string[], names: readonly string[]): readonly string[] =>
  textsOf(row, names, (behind, text) => /^\p{Lu}[^:]+$/u.test(behind) && beginsWithName(text, names));

/** The texts of a row that begin with one of these names and do not say what the sheet is for. */
function textsOf(
  row: readonly string[],
  names: readonly string[],
  isGroup: (behind: string, text: string) => boolean,
): readonly string[] {
  return row
    .map((text) => withoutDetails(clean(text)))
    .filter((text) => {
      const words = text.split(" ");
      const behind = [1, 2, 3].filter((count) => isOneOf(names, words.slice(0, count).join(" ")));
      const isUnit = behind.some((count) => isGroup(words.slice(count).join(" "), text));
      return isUnit && !isPurpose(text) && !beginsWithName(text, otherThanUnits);
    });
}

const isPurpose = (text: string): boolean => findPeriods(text).length > 0 || saysPurpose(text);

/** Does a line say what a sheet is for? */
export function saysPurpose(text: string): boolean {
  const words = ` ${foldedWords(text).join(" ")} `;
  return purposeWords.some((each) => words.includes(` ${foldedWords(each).join(" ")} `));
}

/** The groups that a row names by one of these names of their column. */
export function groupsIn(row: readonly string[], names: readonly string[]): readonly string[] {
  const texts = row.map(clean).filter(Boolean);
  const folded = new Set(names.map(fold));
  return texts.flatMap((text, at) => groupIn(text, texts.slice(at + 1), folded) ?? []);
}

/** `beside`: the texts to the right. The next one is the group's where a colon ends this one, or where it alone is a number. */
function groupIn(
  said: string,
  [next = "", other = ""]: readonly string[],
  names: ReadonlySet<string>,
): string | undefined {
  const text = withoutDetails(said);
  const [before = "", ...behind] = text.split(":");
  if (behind.length > 0) {
    const value = clean(behind.join(":")) || withoutDetails(next);
    return names.has(fold(clean(before))) && /[\p{L}\p{N}]/u.test(value) ? value : undefined;
  }
  if (names.has(fold(text))) return isGroupNumber(next) && !isGroupNumber(other) ? next : undefined;
  const [, name = "", value = ""] = /^(.+?) (?:số )?(\S+)$/u.exec(text) ?? [];
  return names.has(fold(name)) && isGroupNumber(value) ? text : undefined;
}
