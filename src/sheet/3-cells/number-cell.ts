import type { Exact } from "../../number/exact.ts";
import type { Bilingual } from "../../text/bilingual.ts";
import { isDay } from "./date-cell.ts";
import type { DecimalMarks } from "./decimal-mark.ts";
import type { Decoder, Fault } from "./fault.ts";
import { isFault } from "./fault.ts";
import { readNumber } from "./number-text.ts";

/** Takes a number, or says what is wrong with it. */
export type NumberTarget<T> = (value: Exact) => T | Fault;

/** The same for numbers that may be percentages as well as others, in which a cell without a percent sign may be a fraction. */
export function anyNumberDecoder<T>(target: NumberTarget<T>, expected: Bilingual, marks: DecimalMarks): Decoder<T> {
  const decode = numberDecoder(target, expected, marks);
  return (text, at) => {
    const value = decode(text, at);
    const read = isFault(value) ? undefined : readNumber(text);
    if (typeof read === "object") marks.seePercent(text, read, at);
    return value;
  };
}

/**
 * The one reader of numbers, for sheets, tables and decisions. Of two readings the target decides first: one that it does not
 * take is none. `marks` decides, when all is read, whether the others mean what they were read as. `takesThousands`: of a
 * target that takes numbers beyond its limit and cuts them. `readText`: of cells that say more than a number.
 */
export function numberDecoder<T>(
  target: NumberTarget<T>,
  expected: Bilingual,
  marks: DecimalMarks,
  takesThousands: (value: Exact) => boolean = (value) => !isFault(target(value)),
  readText: (text: string) => ReturnType<typeof readNumber> = readNumber,
): Decoder<T> {
  return (text, at) => {
    const read = readText(text);
    if (read === undefined) return { code: isDay(text) ? "D236" : "D202", expected };
    if (read === "thousands") {
      marks.seeThousands(at);
      return { code: "D209", expected };
    }
    const value = target(read.value);
    const couldBeThousands = read.thousands !== undefined && takesThousands(read.thousands);
    if (!isFault(value)) marks.see(text, read, couldBeThousands, at);
    else if (couldBeThousands && !marks.isStated(read.mark)) {
      marks.seeThousands(at);
      return { code: "D209", expected };
    }
    return value;
  };
}
