import { columnLetters } from "../../model/places.ts";
import { saysEarlier, saysElse } from "./framed-name.ts";
import { isRowNumberName } from "./row-number-name.ts";
import type { Targets } from "./targets.ts";

/** The names of columns that stand in two rows. */
export interface JoinedRows {
  readonly names: readonly string[];
  readonly split: readonly SplitName[];
  /** Some names of the upper row go down over a column of their own, with nothing below. */
  readonly goesDown: boolean;
}

/** A name over several columns: it belongs to none of them. */
export interface SplitName {
  readonly name: string;
  /** Ordinals of its columns. */
  readonly columns: readonly number[];
  /** What stands below it in each; the letters of a column where nothing does. */
  readonly below: readonly string[];
}

/**
 * Two rows of a header as one: a column is known by both its names joined, `A1` over `(self)` or the other way, by its lower
 * name, or by the upper one if no other column has it.
 */
export function joinRows(
  upper: readonly string[],
  lower: readonly string[],
  { named }: Pick<Targets, "named">,
): JoinedRows {
  const isPlain = (text: string): boolean => {
    const found = named(text);
    return found !== undefined && found.behind === undefined;
  };
  const names = Array.from({ length: Math.max(upper.length, lower.length) }, () => "");
  const split: SplitName[] = [];
  let goesDown = false;
  for (const { name, columns } of groupsIn(upper, lower)) {
    const isAlone = columns.length === 1;
    goesDown ||= isAlone && name !== "" && !lower[columns[0] as number];
    if (!isAlone && name !== "") {
      const below = columns.map((at) => lower[at] || columnLetters(at + 1));
      split.push({ name, columns: columns.map((at) => at + 1), below });
    }
    const own = isAlone || !named(name) ? name : "";
    // Figures of an earlier time are no scores of now, whatever they are figures of.
    if (saysEarlier(name)) {
      for (const at of columns) names[at] = `${name} ${lower[at] ?? ""}`.trim();
      continue;
    }
    for (const at of columns) {
      const below = lower[at] ?? "";
      const joined = below && name ? [`${name} ${below}`, `${below} ${name}`] : [];
      const candidates = saysElse(below) ? joined : [...joined, below, isRowNumberName(below) ? "" : own];
      names[at] = candidates.find(isPlain) ?? candidates.find(named) ?? (below || own);
    }
  }
  return { names, split, goesDown };
}

/** Those of items below `Năm trước`, in the row above, with it: they are no scores of now. Blank cells go on with what stands to their left. */
export function belowEarlier(
  names: readonly string[],
  above: readonly string[],
  { named }: Pick<Targets, "named">,
): readonly string[] {
  const last = above.findLastIndex((text) => text !== "");
  let over = "";
  return names.map((name, at) => {
    const text = above[at] ?? "";
    if (text !== "" || at > last) over = text;
    const isItem = named(name)?.meanings.every(({ kind }) => kind === "cell") ?? false;
    return isItem && saysEarlier(over) ? `${over} ${name}` : name;
  });
}

/** Does the row below these names go on with the header: does it name columns over which a name to their left was merged? */
export function goesOn(names: readonly string[], row: readonly string[], { named }: Pick<Targets, "named">): boolean {
  if (row.some((text) => figure.test(text))) return false;
  const groups = groupsIn(names, row);
  const isKey = (name: string): boolean => named(name)?.meanings.some((target) => target.isKey) ?? false;
  const isSomebody = groups.some(
    ({ name, columns: [at = 0, ...others] }) => others.length === 0 && isKey(name) && row[at] && row[at] !== name,
  );
  return !isSomebody && groups.some(({ name, columns }) => columns.length > 1 && name !== "" && !isRowNumberName(name));
}

const figure = /^[\d.,%+=()[\]\s-]+$/;

interface Group {
  /** Empty for columns with nothing above and nothing to their left. */
  readonly name: string;
  /** Indexes of the columns that have a name of their own. */
  readonly columns: readonly number[];
}

/**
 * Each name of the upper row with the columns that it may have been merged over: blank to its right, or with the same name. One with
 * nothing below it, nor below the next column, stands over none further on.
 */
function groupsIn(upper: readonly string[], lower: readonly string[]): readonly Group[] {
  const groups: { name: string; columns: number[] }[] = [];
  const isAlone = ({ columns: [first = 0, ...others] }: Group, at: number): boolean =>
    others.length === 0 && !lower[first] && at > first + 1;
  for (let at = 0; at < Math.max(upper.length, lower.length); at++) {
    const name = upper[at] ?? "";
    const last = groups.at(-1);
    const isNamedBelow = (lower[at] ?? "") !== "";
    if (last && name === "" && isNamedBelow && isAlone(last, at)) groups.push({ name, columns: [at] });
    else if (last && (name === "" || (name === last.name && isNamedBelow))) {
      if (isNamedBelow) last.columns.push(at);
    } else groups.push({ name, columns: [at] });
  }
  return groups;
}
