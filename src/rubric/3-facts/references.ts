import type { ColumnPart } from "../2-shape/rubric.ts";
import type { Context } from "../4-check/context.ts";
import { didYouMean, quoted } from "../4-check/words.ts";
import type { ColumnEntry } from "./outline.ts";

const everyType = ["text", "choice", "number", "date", "flag"] as const;

/**
 * The column that stands by name as `key` in `holder`. Reports a name that is no column's, and a column of another type
 * than `types` (any, when empty); then the result is undefined.
 */
export function columnAt(
  context: Context,
  holder: object,
  key: string | number,
  types: readonly ColumnPart["type"][] = [],
): ColumnEntry | undefined {
  const { places, diagnostics, columns } = context;
  const name = (holder as Record<string | number, string>)[key] as string;
  const column = columns.get(name);
  const place = places.value(holder, key);
  if (!column) {
    diagnostics.report("R103", { name, suggestion: didYouMean(name, columns.keys()) }, place);
    return undefined;
  }
  const found = column.part.compare === undefined ? column.part.type : "compare";
  if (found !== "compare" && (types.length === 0 || types.includes(found))) return column;
  const expected = types.length === 0 ? quoted(everyType) : quoted(types);
  diagnostics.report("R104", { name, found, expected }, place, declaration(context, column));
  return undefined;
}

/** The place where a column is declared, as the other half of a mistake. */
export function declaration({ rubric, places }: Context, { id, declared }: ColumnEntry) {
  if (!declared || !rubric.columns) return [];
  const message = { en: `\`${id}\` is declared here`, vi: `\`${id}\` được khai báo ở đây` };
  return [{ place: places.key(rubric.columns, id), message }];
}
