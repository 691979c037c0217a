import { lookAlike, withoutAccents } from "../../text/fold.ts";
import { behindName } from "./own-name.ts";
import type { Ask, Seen } from "./seen.ts";
import { keepFirst, mayBeOne } from "./seen.ts";

/** Asks about texts of several words that somebody may have typed without accents: `Phong Noi vu` beside `Phòng Nội vụ`. */
export interface AccentWatch {
  /** Looks at each text once. */
  see(seen: Seen): void;
}

/** `own`: the names of the column. */
export function createAccentWatch(own: ReadonlySet<string>, ask: Ask): AccentWatch {
  const [bare, accented] = [new Map<string, Seen>(), new Map<string, Seen>()];
  return {
    see(seen) {
      const [text, said] = [lookAlike(seen.text), lookAlike(behindName(seen.text, own))];
      const letters = withoutAccents(said);
      const isBare = withoutAccents(text) === text;
      // A single word may well be another, `Hoa` is not `Hóa`, and so may a `Đ` in a code: `ĐH 1` is not `DH 1`.
      if (!(isBare ? areWords(seen.text) : /\p{Mn}/u.test(said))) return;
      const [same, others] = isBare ? [bare, accented] : [accented, bare];
      if (!keepFirst(same, letters, seen)) return;
      const other = others.get(letters);
      if (other && mayBeOne(seen, other))
        ask("D255", ...(isBare ? ([seen, other] as const) : ([other, seen] as const)));
    },
  };
}

/** The cheap test first: a code has no space or mark. */
const areWords = (text: string): boolean =>
  /[^a-z\d]/i.test(text) && /\p{L}\p{L}.*[^\p{L}\p{M}\d]+[\p{L}\d]|[\p{L}\d][^\p{L}\p{M}\d]+\p{L}\p{L}/u.test(text);
