import type { NodePart, Rubric } from "../../../src/rubric/2-shape/rubric.generated.ts";
import { yes } from "../sheet.ts";
import type { Draw } from "./draw.ts";

/** The items of a rubric and of its rollups that have a column of their own or share one, by their ids. */
export function itemsOf({ areas, rollups = [] }: Rubric): ReadonlyMap<string, NodePart> {
  const leaves = (parts: readonly NodePart[]): NodePart[] =>
    parts.flatMap((part) => (part.items ? leaves(part.items) : [part]));
  return new Map(
    [...areas, ...rollups.flatMap((rollup) => rollup.areas ?? [])]
      .flatMap((part) => leaves([part]))
      .map((part) => [part.id, part]),
  );
}

/** The name of a column as somebody writes it over a table: its id or another name of it, in any case, perhaps without accents. */
export function headOf(draw: Draw, rubric: Rubric, id: string): string {
  const names = [rubric.columns?.[id]?.header ?? itemsOf(rubric).get(id)?.column ?? []].flat();
  return draw.rarely(2) ? typed(draw, draw.one([id, ...names])) : id;
}

/** A word in a cell as people write it: a label in the place of an id, and any of the words for yes and no. */
export function wordOf(draw: Draw, rubric: Rubric, id: string, text: string): string {
  const part = rubric.columns?.[id] ?? itemsOf(rubric).get(id);
  if (text === yes) return draw.one(["X", "✓", "1.0", "có", "Co", "đạt", "TRUE"]);
  if (text === "không") return draw.one(["Không", "khong", "không đạt", "Sai", "no", "0"]);
  const [label, ...also] = [part?.labels?.[text] ?? []].flat();
  if (label !== undefined) return typed(draw, draw.one([label, ...also]));
  return rubric.codes?.[text] === undefined ? text : typed(draw, text);
}

/** Without accents another word could be meant by these. */
const alike = ["Vắng", "Vàng"];

/** Case, spaces around, marks of a footnote and the form of accents never matter, and accents may be left out altogether. */
function typed(draw: Draw, word: string): string {
  const bare = word
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replace(/đ/g, "d")
    .replace(/Đ/g, "D");
  return draw.one([
    word,
    word.toUpperCase(),
    ` ${word} `,
    `${word} (*)`,
    word.normalize("NFD"),
    alike.includes(word) ? word : bare,
  ]);
}
