import type { Row } from "../../model/row.ts";
import { keyText } from "../1-records/cell-text.ts";
import type { SheetRecord } from "../1-records/records.ts";
import type { BoundHeader } from "../2-header/header.ts";

/** What stands in the columns that the rubric does not use, by their names. */
export function keptIn({ names, unused }: BoundHeader): (record: SheetRecord) => Pick<Row, "kept"> {
  return (record) => {
    const texts = unused.map((ordinal) => [names[ordinal - 1] ?? "", keyText(record, ordinal)] as const);
    const filled = texts.filter(([, text]) => text !== "");
    return filled.length > 0 ? { kept: new Map(filled) } : {};
  };
}
