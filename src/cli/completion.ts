import type { Language } from "../text/bilingual.ts";
import type { Command } from "./command.ts";
import { flagIn } from "./command.ts";
import { commands } from "./commands.ts";
import type { FlagName } from "./flags.ts";
import { commonFlags, flagOf } from "./flags.ts";

/** What may stand where a command line ends; without any, a shell offers files. */
export interface Offer {
  readonly value: string;
  readonly what: string;
}

/** What is known of the sheets on the line, for flags whose values stand in them. */
export type Known = (
  command: string,
  operands: readonly string[],
  of: "period" | "subject",
) => Promise<readonly string[]>;

/**
 * What can go on a command line.
 * @param words those behind `score`, the last one being typed (perhaps empty)
 */
export async function offers(words: readonly string[], language: Language, known: Known): Promise<readonly Offer[]> {
  const [first = "", ...rest] = words;
  const begins = (all: readonly Offer[], typed: string) => all.filter(({ value }) => value.startsWith(typed));
  if (words.length < 2) {
    const built = [...commands].filter(([, { load, isHidden }]) => load && !isHidden);
    return begins(
      built.map(([value, { summary }]) => ({ value, what: summary[language] })),
      first,
    );
  }
  const command = commands.get(first);
  if (!command) return [];
  const typed = rest.at(-1) ?? "";
  const flag = nameOf(rest.at(-2) ?? "");
  if (takes(command, flag) && flagOf(flag).value) {
    return begins(await valuesOf(first, command, flag, rest.slice(0, -2), known), typed);
  }
  if (!typed.startsWith("-")) return [];
  const flags = [...command.flags, ...commonFlags];
  return begins(
    flags.map((name) => ({ value: `--${name}`, what: flagIn(command, name).summary[language] })),
    typed,
  );
}

const nameOf = (word: string): string => (word.startsWith("--") ? word.slice(2) : "");

const takes = ({ flags }: Command, name: string): name is FlagName =>
  [...flags, ...commonFlags].includes(name as FlagName);

async function valuesOf(
  name: string,
  command: Command,
  flag: FlagName,
  before: readonly string[],
  known: Known,
): Promise<readonly Offer[]> {
  const bare = (values: readonly string[]) => values.map((value) => ({ value, what: "" }));
  if (flag === "format") return bare(command.formats ?? []);
  if (flag === "period" || flag === "subject") return bare(await known(name, operandsOf(command, before), flag));
  return bare(flagOf(flag).choices ?? []);
}

/** The words that are no flags and no values of flags. */
const operandsOf = (command: Command, words: readonly string[]): readonly string[] =>
  words.filter((word, at) => {
    const before = nameOf(words[at - 1] ?? "");
    return !word.startsWith("-") && !(takes(command, before) && flagOf(before).value);
  });
