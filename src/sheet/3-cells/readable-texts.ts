import { periodId } from "../../model/column.ts";
import type { Plan } from "../../model/plan.ts";
import type { BoundHeader } from "../2-header/header.ts";
import { scoreColumns } from "../2-header/targets.ts";
import { columnDecoder } from "./column-decoder.ts";
import { unwatched } from "./decimal-mark.ts";
import { expectedText } from "./expected.ts";
import type { Decoder } from "./fault.ts";
import { canRead } from "./fault.ts";
import { itemDecoder } from "./item-decoder.ts";
import type { ReadableTexts } from "./parted-numbers.ts";
import { rowPeriod } from "./row-period.ts";

/** A column of texts takes anything, so that it tells nothing of what may have been moved into it. */
const unmoved: Decoder<string> = () => ({ code: "D202", expected: expectedText });

/** What each column of the sheet could hold, whoever the row is about; nobody is told of what is asked here. */
export function readableTexts(plan: Plan, { layout, period }: BoundHeader): ReadableTexts {
  const decoders = new Map<number, Decoder<unknown>[]>();
  const add = (ordinal: number, decode: Decoder<unknown>): void => {
    if (ordinal > 0) decoders.set(ordinal, [...(decoders.get(ordinal) ?? []), decode]);
  };
  add(period, (text) => rowPeriod(text, plan));
  for (const [index, { id, type }] of plan.columns.entries()) {
    if (id !== periodId)
      add(layout.columns[index] ?? 0, type.kind === "text" ? unmoved : columnDecoder(type, unwatched));
  }
  for (const { item, cell } of scoreColumns(plan)) {
    add(layout.cells[cell] ?? 0, itemDecoder(item, plan, unwatched));
  }
  return new Map(
    [...decoders].map(([ordinal, all]) => [ordinal, (text) => all.some((decode) => canRead(decode, text))]),
  );
}
