import { Help } from "commander";
import type { Bilingual, Language } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";
import { displayWidth } from "../text/width.ts";
import type { Command, Operand } from "./command.ts";
import { flagIn } from "./command.ts";
import { commands } from "./commands.ts";
import type { Flag, FlagName } from "./flags.ts";
import { commonFlags, flagOf } from "./flags.ts";

const words = {
  tagline: phrase("Scores, classes and rankings from a rubric and score sheets, exact and explainable."),
  usage: phrase("Usage"),
  command: phrase("COMMAND"),
  commands: phrase("Commands"),
  operands: phrase("Arguments"),
  flags: phrase("Flags"),
  example: phrase("Example"),
  environment: phrase("Every flag may also be an environment variable: --keep-going is SCORE_KEEP_GOING=1."),
  one: phrase("`score COMMAND --help` tells more of a command, `score explain CODE` of a message."),
} as const satisfies Record<string, Bilingual>;

/** `score --help`, wrapped to the width of a terminal. */
export function programHelp(language: Language, width?: number): string {
  const built = [...commands].filter(([, { load, isHidden }]) => load && !isHidden);
  return page([
    words.tagline[language],
    `${words.usage[language]}: score ${words.command[language]} …`,
    section(
      words.commands[language],
      built.map(([name, { summary }]) => [name, summary[language]]),
      width,
    ),
    flagSection(
      commonFlags.map((name) => [name, flagOf(name)]),
      [],
      language,
      width,
    ),
    `${words.environment[language]}\n${words.one[language]}`,
    exampleLine((commands.get("compute") as Command).example, language),
  ]);
}

/** `score NAME --help`. */
export function commandHelp(name: string, command: Command, language: Language, width?: number): string {
  const { summary, operands, flags, formats = [], example } = command;
  return page([
    `score ${name}: ${summary[language]}.`,
    `${words.usage[language]}: score ${[name, ...operands.map((each) => operandText(each, language))].join(" ")}`,
    operands.length === 0
      ? ""
      : section(
          words.operands[language],
          operands.map(({ name, what }) => [name[language], what[language]]),
          width,
        ),
    flagSection(
      [...flags, ...commonFlags].map((name) => [name, flagIn(command, name)]),
      formats,
      language,
      width,
    ),
    words.environment[language],
    exampleLine(example, language),
  ]);
}

const exampleLine = (example: string, language: Language): string => `${words.example[language]}: score ${example}`;

function operandText({ name, many, optional }: Operand, language: Language): string {
  const text = many ? `${name[language]}…` : name[language];
  return optional ? `[${text}]` : text;
}

function flagSection(
  flags: readonly (readonly [FlagName, Flag])[],
  formats: readonly string[],
  language: Language,
  width?: number,
): string {
  const rows = flags.map(([name, { short, value, summary }]): [string, string] => {
    const text = `${short ? `-${short}, ` : ""}--${name}${value ? ` ${value[language]}` : ""}`;
    return [text, name === "format" ? `${summary[language]}: ${formats.join(", ")}` : summary[language]];
  });
  return section(words.flags[language], rows, width);
}

function section(title: string, rows: readonly (readonly [string, string])[], width = Infinity): string {
  const printer = Object.assign(new Help(), { helpWidth: width, displayWidth });
  const first = Math.max(...rows.map(([term]) => displayWidth(term)));
  return [`${title}:`, ...rows.map(([term, text]) => printer.formatItem(term, first, text, printer))].join("\n");
}

const page = (parts: readonly string[]): string => `${parts.filter(Boolean).join("\n\n")}\n`;
