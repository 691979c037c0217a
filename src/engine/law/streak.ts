import type { Streak } from "../../model/derivation-class.ts";
import type { Classed } from "../../model/report.ts";
import type { Award } from "../../model/stage.ts";
import { previous } from "../../period/calendar.ts";
import type { Period, PeriodKind } from "../../period/period.ts";

type Terms = Extract<Award["size"], { kind: "streak" }>;

/** What is known of other periods. */
export interface Earlier {
  /** The periods of a kind of which anything is known, in the order of time. */
  known(kind: PeriodKind): readonly Period[];
  /** Of whoever has the key in `asOf`. */
  resultOf(period: Period, key: string, asOf: Period): Classed | undefined;
}

/** What a streak looks at. */
type Held = Pick<Classed, "key" | "state" | "band" | "past">;

/** `result`: that of `period`, with its final band. */
export function streakOf(terms: Terms, earlier: Earlier, period: Period, result: Held): Streak {
  const [first] = earlier.known(period.kind);
  let years = 0;
  let fromHistory = false;
  let at: Period | undefined = period;
  let found: Held | undefined = result;
  while (at && found && goesOn(terms, found)) {
    if (found.state === "rated") years++;
    fromHistory ||= found.past !== undefined;
    if (at.name === first?.name || first === undefined) return { years, startUnknown: years > 0, fromHistory };
    at = previous(at);
    found = at && earlier.resultOf(at, result.key, period);
  }
  return { years, startUnknown: false, fromHistory };
}

const goesOn = ({ band, notRated }: Terms, { state, band: held }: Held): boolean =>
  state === "rated" ? held !== undefined && held <= band : state === "not_rated" && notRated === "skips";

/** Whether a streak of so many years earns the award this year. */
export const isEarned = ({ years, again }: Terms, streak: Streak): boolean =>
  streak.years > 0 && (again === "every" ? streak.years % years === 0 : streak.years === years);
