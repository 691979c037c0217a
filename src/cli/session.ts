import type { Io, Output } from "../files/io.ts";
import type { Language } from "../text/bilingual.ts";
import type { Painter } from "../text/painter.ts";
import type { FlagValues } from "./flags.ts";

/** What a command gets: the world, what was asked, and how to speak. */
export interface Session {
  readonly io: Io;
  readonly operands: readonly string[];
  readonly flags: FlagValues;
  readonly language: Language;
  readonly painterOf: (output: Output) => Painter;
}

/** What the process ends with. */
export const exit = { fine: 0, failed: 1, usage: 2, bug: 3 } as const;
