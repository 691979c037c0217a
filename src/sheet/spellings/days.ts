import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { cellPlace } from "../../model/places.ts";
import { wholeNumber } from "../../period/date.ts";
import { phrase } from "../../text/phrase.ts";
import type { DayKind } from "../3-cells/date-cell.ts";
import { dayKind } from "../3-cells/date-cell.ts";

/**
 * Asks about `10/1` beside `10-1`, and about dates among other texts: spreadsheets make them of both, each in its own way, so that one
 * thing is several.
 */
export interface DayWatch {
  /** Has it seen another text? Then it need not look at those that cannot be dates. */
  readonly hasOther: boolean;
  /** Looks at each text once. */
  see(text: string, file: string, line: number, column: number): void;
}

interface Seen {
  readonly text: string;
  readonly kind: DayKind | undefined;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** No more are ever listed. */
const mostWaiting = 20;

/** What may be left of a date where no more is known: a year, or a month with it. */
const partOfDate = /^(?:\d{1,2}[-/.])?(?:19|20)\d\d$/;
/** What spreadsheets make dates of. */
const madeInto = /^(\d{1,2})([-/.])(\d{1,2})$/;

/** What `9/1`, `9-1`, `9.1` and `09/01` have in common. Behind a point a zero counts: 9.10 is not 9.1, nor 9.01. */
function figuresOf([, one = "", mark = "", two = ""]: RegExpExecArray): string {
  return `${wholeNumber(one)}-${mark === "." ? two : wholeNumber(two)}`;
}

/** What the texts of a pool are: what alone says who somebody is, which a date does not; a part of that, which may be a birthday; or another. */
export type PoolUse = "key" | "part" | "other";

export function createDayWatch(name: string, use: PoolUse, diagnostics: Diagnostics): DayWatch {
  /** Dates beside which nothing stands yet that one would ask about. */
  let days: Seen[] = [];
  let other: Seen | undefined;
  /** The first text that a date may be made of, and each by its figures. */
  let source: Seen | undefined;
  const sources = new Map<string, Seen>();

  /** A birthday, or a code such as `DEC-01`, is asked about only where `10/1` stands beside it. */
  function besides({ text, kind }: Seen): Seen | undefined {
    if (use === "part" || !/^\d/.test(text)) return source;
    return source ?? other ?? days.find((day) => day.kind !== kind);
  }

  function ask(code: "D251" | "D252", { text, file, line, column }: Seen, beside: Seen | undefined): void {
    const related = beside && [
      {
        place: cellPlace(beside.file, beside.line, beside.column || 1),
        message: phrase('"{other}" stands here', { other: beside.text }),
      },
    ];
    const parameters = { found: text, other: beside?.text, column: name };
    diagnostics.report(code, parameters, cellPlace(file, line, column || 1), related);
  }

  function seeSource(seen: Seen): void {
    const found = madeInto.exec(seen.text);
    if (!found) return;
    source ??= seen;
    const figures = figuresOf(found);
    const first = sources.get(figures);
    if (first) ask("D252", seen, first);
    else sources.set(figures, seen);
  }

  return {
    get hasOther() {
      return other !== undefined;
    },
    see(text, file, line, column) {
      const kind = dayKind(text);
      const seen = { text, kind, file, line, column };
      if (kind === undefined) {
        if (partOfDate.test(text)) return;
        other ??= seen;
        seeSource(seen);
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

const [zero, nine, longest, longestYear] = [0x30, 0x39, 30, 4];
/** In small letters: with what the names of months begin. */
const monthStarts = new Set(Buffer.from("jfmasondt"));

/** The cheap test: may it be a date, by its bytes (UTF-8) in small letters and without spaces? Few keys and names may. */
export function mayBeDay(bytes: Uint8Array, length: number): boolean {
  const isDigit = (at: number): boolean => (bytes[at] as number) >= zero && (bytes[at] as number) <= nine;
  if (length < 3 || length > longest) return false;
  if (!isDigit(0)) return monthStarts.has(bytes[0] as number) && isDigit(length - 1) && !isDigit(2);
  for (let at = 1; at <= longestYear && at < length; at++) if (!isDigit(at)) return true;
  return false;
}
