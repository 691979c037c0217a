import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { labelOf, wordsOf } from "../../model/column.ts";
import type { Plan } from "../../model/plan.ts";
import { fold, spelling } from "../../text/fold.ts";
import { noWords, yesWords } from "../../text/vocabulary.ts";
import { cellText } from "../1-records/cell-text.ts";
import type { SheetRecord } from "../1-records/records.ts";
import { shownValue } from "../2-header/absent-column.ts";
import type { BoundHeader } from "../2-header/header.ts";

/** Watches the columns that nobody reads for labels of a column that the sheet lacks: it may be that one under another name. */
export interface UnreadLabels {
  /** A row of somebody. */
  see(record: SheetRecord): void;
  /** May a cell that begins with this byte (UTF-8) be such a label? Absent where there is none to watch for. */
  readonly leaves: ((firstByte: number) => boolean) | undefined;
}

/** `common`: words that other columns say too, such as the classes. */
export function createUnreadLabels(
  plan: Plan,
  { absent, unused, names, place }: Pick<BoundHeader, "absent" | "unused" | "names" | "place">,
  common: readonly string[],
  diagnostics: Diagnostics,
): UnreadLabels {
  const ordinary = new Set([...common, ...yesWords, ...noWords].map(fold));
  const labels = new Map(
    absent.flatMap((each) => {
      const column = plan.columns.find(({ id }) => id === each.id);
      if (column?.type.kind !== "choice" || each.isGroup || each.hasNear) return [];
      const words = column.type.values.filter(({ id }) => id !== column.default).flatMap(wordsOf);
      const telling = words.filter((word) => /\p{L}{2}/u.test(word) && !ordinary.has(fold(word)));
      const said = { column: labelOf(column.id, column.headers), value: shownValue(each) };
      return telling.map((word) => [fold(word), { word, said }] as const);
    }),
  );
  const bytes = new Set([...labels.values()].flatMap(({ word }) => firstBytes(word)));
  const told = new Set<object>();

  function labelOfCell(found: string) {
    const folded = fold(found);
    const begun = ([label, { word }]: readonly [string, { readonly word: string }]): boolean =>
      folded.startsWith(label) && isBegunWith(found, word);
    return labels.get(folded) ?? [...labels].find(begun)?.[1];
  }

  return {
    see({ line, cells }) {
      if (labels.size === 0) return;
      for (const ordinal of unused) {
        const found = cellText(cells[ordinal - 1] ?? "");
        const label = found === "" ? undefined : labelOfCell(found);
        if (label === undefined || told.has(label.said)) continue;
        told.add(label.said);
        diagnostics.report(
          "D162",
          { ...label.said, found, label: label.word, header: names[ordinal - 1] ?? "" },
          place(line, ordinal),
        );
      }
    },
    leaves: labels.size === 0 ? undefined : (byte) => bytes.has(byte),
  };
}

/** Does more stand behind a label: `Khiển trách theo QĐ 12`? Behind a single word only what a mark parts from it, `Vắng (ốm)`: `Tốt nghiệp` says another thing. */
const isBegunWith = (text: string, word: string): boolean =>
  [...text.matchAll(word.includes(" ") ? /\P{L}/gu : / ?[(:,;–-]/g)].some(
    ({ index }) => fold(text.slice(0, index)) === fold(word),
  );

/** Those with which it begins however it is typed, and the space that may stand before it. */
const firstBytes = (word: string): readonly number[] =>
  [word, fold(word), spelling(word)]
    .flatMap((each) => [each, each.toUpperCase(), each.toLowerCase()])
    .flatMap((each) => [each.normalize("NFC"), each.normalize("NFD"), ` ${each}`])
    .map((each) => Buffer.from(each)[0] as number);
