import type { Bilingual } from "../text/bilingual.ts";
import type { Flag, FlagName } from "./flags.ts";
import { flagOf } from "./flags.ts";
import type { Session } from "./session.ts";

/** Commands whose data are what they find wrong. */
export type FindingCommand = "check" | "test" | "validate";

/** One command: what help says of it, what it accepts, and where its code is. */
export interface Command {
  readonly summary: Bilingual;
  readonly operands: readonly Operand[];
  /** Besides those of every command. */
  readonly flags: readonly FlagName[];
  /** What is said of a flag that means another thing here. */
  readonly meanings?: { readonly [Name in FlagName]?: Pick<Flag, "value" | "summary"> };
  /** What `--format` may be, the default first. */
  readonly formats?: readonly string[];
  /** Its data are what it finds wrong. */
  readonly findings?: FindingCommand;
  /** For programs: help does not list it. */
  readonly isHidden?: true;
  /** Without the word `score`. */
  readonly example: string;
  /** Loads the command alone, so that each pays only for itself. Absent for a command that is not built yet. */
  readonly load?: () => Promise<{ readonly run: (session: Session) => Promise<number> }>;
}

/** A file or word after the command. */
export interface Operand {
  readonly name: Bilingual;
  readonly what: Bilingual;
  /** What is known of it by its name, where two could be swapped. */
  readonly kind?: "rubric" | "sheet";
  readonly many?: true;
  readonly optional?: true;
}

/** A flag as a command means it. */
export const flagIn = ({ meanings }: Command, name: FlagName): Flag => ({ ...flagOf(name), ...meanings?.[name] });
