import type { DecimalMark } from "../model/plan.ts";
import type { Encoding } from "../sheet/1-records/encodings/decode.ts";
import type { FlagValues } from "./flags.ts";

/** What is said of how sheets, lists and tables are read. */
export interface Reading {
  readonly decimalMark?: DecimalMark;
  readonly encoding?: Encoding;
}

export function readingOf({ "decimal-mark": mark, encoding }: FlagValues): Reading {
  return {
    ...(mark !== undefined && { decimalMark: mark as DecimalMark }),
    ...(encoding !== undefined && { encoding: encoding as Encoding }),
  };
}
