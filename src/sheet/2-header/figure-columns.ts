import { parseDecimal, toDouble } from "../../number/decimal.ts";
import { findPeriods } from "../../period/parse-period.ts";
import { findYearless, parseYearless } from "../../period/yearless.ts";
import { beginsWith, clean, fold, spelledWords } from "../../text/fold.ts";
import type { TextRows } from "../1-records/records.ts";
import { columnNumbers } from "../column-numbers.ts";
import { firstText, wordOfRow } from "../row-words.ts";
import { figureNames, shareWords, summaryWords } from "../vocabulary.ts";
import { mayBeScore } from "./framed-name.ts";
import { isRowNumberName } from "./row-number-name.ts";
import type { Targets } from "./targets.ts";
import { peopleFigureNames } from "./vocabulary.ts";

/**
 * Has each required item of some kind of period a column that the rubric does not know and that mostly holds what may be its scores, below
 * any name: `TT | ĐĐLS | THNV`? Numbers of rows, periods, areas, totals, ages and the like are none.
 */
export function hasFiguresOfItems(
  rows: TextRows,
  { names, last }: { readonly names: readonly string[]; readonly last: number },
  { all, named }: Targets,
): boolean {
  const items = all.filter(({ kind }) => kind === "cell");
  const required = items.some((item) => item.required) ? items.filter((item) => item.required) : items;
  const most = Math.max(...items.map((item) => item.most ?? 0));
  const areas = new Set(items.flatMap((item) => item.areas ?? []).map(fold));
  const isKey = names.map((name) => named(name)?.meanings.some((target) => target.isKey) ?? false);
  const people = rows
    .slice(last + 1)
    .filter((cells) => !wordOfRow(firstText(cells)) && columnNumbers(cells) !== "certainly")
    .map((cells) => cells.map(clean))
    .filter((cells) => cells.some((text, at) => isKey[at] && text !== ""));
  const found = names.filter((name, at) => {
    if (name === "" || named(name) || areas.has(fold(name)) || !mayBeScore(name) || isOtherFigure(name)) return false;
    const texts = people.map((cells) => cells[at] ?? "").filter(Boolean);
    const scores = texts.filter((text) => figure.test(text) && numberIn(text) <= most);
    const isMostly = scores.length > 0 && 2 * scores.length >= texts.length;
    return isMostly && !(isRowNumberName(name) && isNumbering(texts.map(numberIn)));
  });
  const kinds = new Set(required.map((item) => item.rows));
  return [...kinds].some((kind) => found.length >= required.filter((item) => item.rows === kind).length);
}

const figure = /^\d+(?:[.,]\d+)?\s*%?$/;
const numberIn = (text: string): number => toDouble(parseDecimal(text.replace(/\s*%$/, "").replace(",", ".")) ?? 0);

/** Do they count from 0 or 1, perhaps anew in each group? */
const isNumbering = (numbers: readonly number[]): boolean =>
  numbers.every((number, at) => number === 0 || number === 1 || number === (numbers[at - 1] ?? 0) + 1);

const ofPeople = spelledWords([...peopleFigureNames, ...summaryWords], fold);
const isOtherFigure = (name: string): boolean =>
  ofPeople.has(fold(name)) ||
  [...figureNames, ...shareWords].some((word) => beginsWith(name, word)) ||
  findPeriods(name).length > 0 ||
  findYearless(name).length > 0 ||
  parseYearless(name) !== undefined;
