import type { Days } from "../../period/date.ts";
import { formatDate } from "../../period/date.ts";
import type { DayKind } from "../3-cells/date-cell.ts";
import { dayKind, dayOfNumber } from "../3-cells/date-cell.ts";
import type { Ask, PoolUse, Seen } from "./seen.ts";

/**
 * Asks about dates among other texts: spreadsheets make them of `10/1` and `10-1`, each in its own way, so that one thing is several. Among
 * birthdays a number is asked about that may be one of them without its format.
 */
export interface DayWatch {
  /** Has it seen another text? Then it need not look at those that cannot be dates. */
  readonly hasOther: boolean;
  /** Looks at each text once. */
  see(seen: Seen): void;
}

/** A text that may be a date. */
interface SeenDay extends Seen {
  readonly kind: DayKind | undefined;
}

/** No more are ever listed. */
const mostWaiting = 20;

/** What may be left of a date where no more is known: a year, or a month with it. */
const partOfDate = /^(?:\d{1,2}[-/.])?(?:19|20)\d\d$/;
/** What spreadsheets make dates of. */
const madeInto = /^\d{1,2}[-/.]\d{1,2}$/;

export function createDayWatch(use: PoolUse, ask: Ask): DayWatch {
  /** Dates beside which nothing stands yet that one would ask about. */
  let days: SeenDay[] = [];
  let other: Seen | undefined;
  /** The first text that a date may be made of. */
  let source: Seen | undefined;

  const seeBirthday = createBirthdayWatch(ask);

  /** A birthday, or a code such as `DEC-01`, is asked about only where `10/1` stands beside it. */
  function besides({ text, kind }: SeenDay): Seen | undefined {
    if (use === "part" || !/^\d/.test(text)) return source;
    return source ?? other ?? days.find((day) => day.kind !== kind);
  }

  return {
    get hasOther() {
      return other !== undefined;
    },
    see(found) {
      const { text } = found;
      const kind = dayKind(text);
      if (use === "part") seeBirthday(found, kind === "date");
      const seen = { ...found, kind };
      if (kind === undefined) {
        if (partOfDate.test(text)) return;
        other ??= seen;
        if (madeInto.test(text)) source ??= seen;
        const asked = days.filter(besides);
        for (const day of asked) ask("D251", day, seen);
        if (asked.length > 0) days = days.filter((day) => !asked.includes(day));
        return;
      }
      const beside = besides(seen);
      if (beside || (use === "key" && /^\d/.test(text))) ask("D251", seen, beside);
      else if (days.length < mostWaiting) days.push(seen);
    },
  };
}

/** Asks about numbers among birthdays. */
function createBirthdayWatch(ask: Ask): (seen: Seen, isDate: boolean) => void {
  let numbers: Seen[] = [];
  let birthday: Seen | undefined;
  return (seen, isDate) => {
    if (isDate) birthday ??= seen;
    else if (dayOfNumber(seen.text) !== undefined && numbers.length < mostWaiting) numbers.push(seen);
    if (birthday === undefined) return;
    for (const number of numbers) ask("D254", number, birthday, formatDate(dayOfNumber(number.text) as Days));
    numbers = [];
  };
}

const [zero, two, five, nine, longest, longestYear] = [0x30, 0x32, 0x35, 0x39, 30, 4];
/** In small letters: with what the names of months begin. */
const monthStarts = new Set(Buffer.from("jfmasondt"));

/** The cheap test: may it be a date, or among birthdays the number of one, by its bytes (UTF-8) in small letters and without spaces? Few keys and names may. */
export function mayBeDay(bytes: Uint8Array, length: number, use: PoolUse): boolean {
  const isDigit = (at: number): boolean => (bytes[at] as number) >= zero && (bytes[at] as number) <= nine;
  if (length < 3 || length > longest) return false;
  if (!isDigit(0)) return monthStarts.has(bytes[0] as number) && isDigit(length - 1) && !isDigit(2);
  for (let at = 1; at <= longestYear && at < length; at++) if (!isDigit(at)) return true;
  return use === "part" && length === 5 && (bytes[0] as number) >= two && (bytes[0] as number) <= five;
}
