import { parseArgs } from "node:util";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { suggestion } from "../text/did-you-mean.ts";
import { suggest } from "../text/suggest.ts";
import type { Command } from "./commands.ts";
import { commands } from "./commands.ts";
import type { FlagName, FlagValues } from "./flags.ts";
import { commonFlags, environmentName, flagOf, flags, isFlagName } from "./flags.ts";

/** The command line, understood. `command` is absent where none, or none that exists, was named. */
export interface Invocation {
  readonly name?: string;
  readonly command?: Command;
  readonly operands: readonly string[];
  readonly flags: FlagValues;
}

type Token = NonNullable<ReturnType<typeof tokenize>>[number];

/** Reads `argv` (without `node` and the script) and the environment's twins of flags; what is wrong is reported. */
export function parseArguments(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  diagnostics: Diagnostics,
): Invocation {
  const tokens = tokenize(argv);
  const words = tokens.flatMap((token) => (token.kind === "positional" ? [token.value] : []));
  const askedForHelp = words[0] === "help";
  const [name, ...operands] = askedForHelp ? words.slice(1) : words;
  const command = name === undefined ? undefined : commands.get(name);
  if (name !== undefined && !command) {
    diagnostics.report("C101", { name, suggestion: suggestion(suggest(name, commands.keys())) });
  }
  const values: Collected = new Map();
  for (const token of tokens) if (token.kind === "option") takeOption(token, name, command, values, diagnostics);
  for (const flag of allowed(command)) takeEnvironment(flag, env[environmentName(flag)], command, values, diagnostics);
  if (askedForHelp) values.set("help", true);
  return {
    ...(name !== undefined && { name }),
    ...(command && { command }),
    operands,
    flags: Object.fromEntries(values) as FlagValues,
  };
}

type Collected = Map<FlagName, string | readonly string[] | true>;

function tokenize(argv: readonly string[]) {
  const options = Object.entries(flags).map(([name]) => {
    const { value, short } = flagOf(name as FlagName);
    return [name, { type: value === undefined ? "boolean" : "string", ...(short && { short }) }] as const;
  });
  // Not strict: the messages of node are in English only and know no suggestions.
  return parseArgs({
    args: [...argv],
    options: Object.fromEntries(options),
    strict: false,
    allowPositionals: true,
    tokens: true,
  }).tokens;
}

function takeOption(
  token: Token & { kind: "option" },
  name: string | undefined,
  command: Command | undefined,
  values: Collected,
  diagnostics: Diagnostics,
): void {
  const { rawName, value, inlineValue } = token;
  const flag = token.name;
  if (!isFlagName(flag) || !allowed(command).includes(flag)) {
    // The flags of a command that does not exist cannot be judged.
    if (name !== undefined && !command && isFlagName(flag)) return;
    const near = rawName.startsWith("--") ? suggest(flag, allowed(command)) : undefined;
    diagnostics.report("C102", {
      command: (command && name) ?? "",
      flag: rawName,
      suggestion: suggestion(near && `--${near}`),
    });
    return;
  }
  const { value: placeholder } = flagOf(flag);
  if (placeholder === undefined) {
    if (value !== undefined) diagnostics.report("C107", { flag: rawName, found: value });
    values.set(flag, true);
  } else if (value === undefined || value === "" || (!inlineValue && /^-./.test(value))) {
    diagnostics.report("C103", { flag: rawName, value: placeholder });
  } else {
    takeValue(flag, rawName, value, command, values, diagnostics);
  }
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
      takeValue(flag, shown, part.trim(), command, values, diagnostics);
  }
}

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
    diagnostics.report("C104", { flag: shown, found: value, expected: choices.join(", ") });
  } else if (repeatable) {
    values.set(flag, [...new Set([...(Array.isArray(before) ? before : []), value])]);
  } else if (typeof before === "string" && before !== value) {
    diagnostics.report("C108", { flag: shown, first: before, second: value });
  } else {
    values.set(flag, value);
  }
}

/** Flags that may stand with a command; without one, those of every command. */
const allowed = (command: Command | undefined): readonly FlagName[] => [...(command?.flags ?? []), ...commonFlags];
