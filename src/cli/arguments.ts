import type { CommanderError } from "commander";
import { Argument, Command as Program } from "commander";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import type { Io } from "../files/io.ts";
import { suggest } from "../text/suggest.ts";
import type { Command, Operand } from "./command.ts";
import { commands } from "./commands.ts";
import type { FlagName, FlagValues } from "./flags.ts";
import { commonFlags, environmentName, flagOf } from "./flags.ts";
import { reportSwapped } from "./swapped.ts";

/** The command line, understood. `command` is absent where none, or none that exists, was named. */
export interface Invocation {
  readonly name?: string;
  readonly command?: Command;
  readonly operands: readonly string[];
  readonly flags: FlagValues;
}

/** Reads `argv` (without `node` and the script) and the environment's twins of flags; all that is wrong is reported. */
export function parseArguments(argv: readonly string[], env: Io["env"], diagnostics: Diagnostics): Invocation {
  const program = new Program("score");
  // Nothing of commander's is printed: it speaks English only, and stops at the first mistake.
  const nothing = () => undefined;
  program.exitOverride().configureOutput({
    outputError: nothing,
    writeOut: nothing,
    writeErr: nothing,
    // It would ask the streams, which take time to set up.
    getOutHelpWidth: () => 80,
    getErrHelpWidth: () => 80,
    getOutHasColors: () => false,
    getErrHasColors: () => false,
  });
  program.enablePositionalOptions().helpCommand(false);
  const words = arranged(argv);
  // Each takes time to make; which one it is stands at the beginning.
  const named = commands.has(words[0] ?? "") ? words.slice(0, 1) : [...commands.keys()];
  for (const name of named) program.command(name).action(nothing);

  let running = program;
  const values: Collected = new Map();
  const declare = (command: Command | undefined): void => {
    for (const { name, optional, many } of command?.operands ?? []) {
      const text = many ? `${name.en}...` : name.en;
      running.addArgument(new Argument(optional ? `[${text}]` : `<${text}>`));
    }
    for (const flag of flagsOf(command)) {
      if (flag === "help") continue;
      const { value, short } = flagOf(flag);
      // That a value is missing is told by us, who know which word after a flag cannot be one.
      running.option(`${short ? `-${short}, ` : ""}--${flag}${value ? ` [${value.en}]` : ""}`);
      running.on(`option:${flag}`, (text: string | null) => takeFlag(flag, text, command, values, diagnostics));
    }
  };
  declare(undefined);
  program.hook("preSubcommand", (_, chosen) => {
    running = chosen as Program;
    declare(commands.get(chosen.name()));
  });

  let isUnderstood = true;
  try {
    program.parse(words, { from: "user" });
  } catch (error) {
    if (!isCommanderError(error)) throw error;
    if (error.code === "commander.helpDisplayed") values.set("help", true);
    // Among the files there are flags then.
    else if (error.code === "commander.unknownOption") isUnderstood = false;
    else if (!running.args.some(isDashed) && !diagnostics.hasErrors) reportOperands(error.code, running, diagnostics);
  }
  if (running.args.some(isDashed)) isUnderstood = false;
  if (!isUnderstood) reportUnknown(running, diagnostics);
  const name = running === program ? program.args.find((word) => !/^-/.test(word) && !isDashed(word)) : running.name();
  const command = name === undefined ? undefined : commands.get(name);
  if (name !== undefined && !command) {
    diagnostics.report("C101", { name, suggestion: suggest(name, commands.keys()) });
  }
  for (const flag of flagsOf(command)) takeEnvironment(flag, env[environmentName(flag)], command, values, diagnostics);
  if (command && isUnderstood && !values.has("help"))
    reportSwapped(words, running.args, command, listsIn(values), diagnostics);
  return {
    ...(name !== undefined && { name }),
    ...(command && { command }),
    operands: running.args,
    flags: Object.fromEntries(values) as FlagValues,
  };
}

type Collected = Map<FlagName, string | readonly string[] | true>;

/** Files of lists, which the rubric could stand among. */
const listsIn = (values: Collected): readonly string[] =>
  (["roster", "decisions"] as const).flatMap((flag) => values.get(flag) ?? []).filter((each) => each !== true);

const isCommanderError = (error: unknown): error is CommanderError =>
  error instanceof Error && "code" in error && String(error.code).startsWith("commander.");

/** Flags that may stand with a command; without one, those of every command. */
const flagsOf = (command: Command | undefined): readonly FlagName[] => [...(command?.flags ?? []), ...commonFlags];

/** The command first, which may stand behind flags. `score help compute` is `score compute --help`. */
function arranged(argv: readonly string[]): readonly string[] {
  const isWord = (word: string) => word === "help" || word === "version" || commands.has(word);
  const at = argv[0]?.startsWith("-") ? argv.findIndex(isWord) : 0;
  const word = argv[at];
  if (word === undefined) return argv;
  const others = argv.toSpliced(at, 1);
  return word === "help" || word === "version" ? arranged([...others, `--${word}`]) : [word, ...others];
}

/** A flag behind one of the dashes that word processors and messengers make of `--`: `–out`, `–-out`. */
const isDashed = (word: string): boolean =>
  /^[\u2010-\u2015\u2212][-\u2010-\u2015\u2212]*[a-z]{2}[a-z-]*(?:=|$)/.test(word);

/** Every word in the place of a flag that is none. Behind `--` words are files. */
function reportUnknown(running: Program, diagnostics: Diagnostics): void {
  const command = commands.get(running.name());
  const known = flagsOf(command);
  const end = running.args.indexOf("--");
  const words = end < 0 ? running.args : running.args.slice(0, end);
  for (const word of words.filter((each) => /^-./.test(each) || isDashed(each))) {
    const [flag = "", ...found] = word.split("=");
    const bare = flag.replace(/^[^\p{L}]+/u, "");
    if (flag.startsWith("--") && known.includes(bare as FlagName)) {
      diagnostics.report("C107", { flag, found: found.join("=") });
      continue;
    }
    const near = bare.length > 1 ? suggest(bare, known) : onlyOneOf(known, bare);
    diagnostics.report("C102", {
      command: command ? `score ${running.name()}` : "score",
      flag,
      suggestion: near ? `--${near}` : undefined,
    });
  }
}

/** The flag that a letter can be short for. */
function onlyOneOf(known: readonly FlagName[], letter: string): FlagName | undefined {
  const [one, ...others] = letter === "" ? [] : known.filter((flag) => flag.startsWith(letter));
  return others.length === 0 ? one : undefined;
}

/** An operand too few or too many. */
function reportOperands(problem: string, running: Program, diagnostics: Diagnostics): void {
  const [name, operands] = [running.name(), running.args];
  const command = commands.get(name);
  if (!command?.load) return;
  const example = `score ${command.example}`;
  if (problem === "commander.missingArgument") {
    const { what } = command.operands[operands.length] as Operand;
    diagnostics.report("C105", { command: name, missing: what, example });
  } else if (problem === "commander.excessArguments") {
    const found = operands[command.operands.length] as string;
    diagnostics.report("C106", { command: name, found, example });
  }
}

/** `text` is null where the flag is the last word, or another flag follows. */
function takeFlag(
  flag: FlagName,
  text: string | null | undefined,
  command: Command | undefined,
  values: Collected,
  diagnostics: Diagnostics,
): void {
  const { value } = flagOf(flag);
  if (value === undefined) values.set(flag, true);
  else if (text) takeValue(flag, `--${flag}`, text, command, values, diagnostics);
  else diagnostics.report("C103", { flag: `--${flag}`, value });
}

/** `SCORE_STRICT=1`, `SCORE_FORMAT=table,csv`: what the command line says itself comes first. */
function takeEnvironment(
  flag: FlagName,
  text: string | undefined,
  command: Command | undefined,
  values: Collected,
  diagnostics: Diagnostics,
): void {
  // An installer may well have a SCORE_VERSION of its own.
  if (!text || values.has(flag) || flag === "help" || flag === "version") return;
  const { value, repeatable } = flagOf(flag);
  const shown = environmentName(flag);
  if (value === undefined) {
    if (/^(1|true|yes|on)$/i.test(text)) values.set(flag, true);
    else if (!/^(0|false|no|off)$/i.test(text))
      diagnostics.report("C104", { flag: shown, found: text, expected: "1, 0" });
  } else {
    for (const part of repeatable ? text.split(",") : [text])
      if (!isForOthers(flag, part.trim(), command)) takeValue(flag, shown, part.trim(), command, values, diagnostics);
  }
}

/** What is set for all commands may be a format that only others have. */
const isForOthers = (flag: FlagName, value: string, command: Command | undefined): boolean =>
  flag === "format" &&
  !command?.formats?.includes(value) &&
  [...commands.values()].some(({ formats }) => formats?.includes(value));

function takeValue(
  flag: FlagName,
  shown: string,
  value: string,
  command: Command | undefined,
  values: Collected,
  diagnostics: Diagnostics,
): void {
  const { choices = flag === "format" ? command?.formats : undefined, repeatable } = flagOf(flag);
  const before = values.get(flag);
  if (choices && !choices.includes(value)) {
    if (flag === "format" && onlyFindings.includes(value)) diagnostics.report("C127", { flag: shown, found: value });
    else diagnostics.report("C104", { flag: shown, found: value, expected: choices.join(", ") });
  } else if (repeatable) {
    values.set(flag, [...new Set([...(Array.isArray(before) ? before : []), value])]);
  } else if (typeof before === "string" && before !== value) {
    diagnostics.report("C108", { flag: shown, first: before, second: value });
  } else {
    values.set(flag, value);
  }
}

/** Formats that tell programs what is wrong, not what results are. */
const onlyFindings: readonly string[] = ["github", "sarif", "junit"];
