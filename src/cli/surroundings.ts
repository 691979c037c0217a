import type { Io, Output } from "../files/io.ts";
import type { Language } from "../text/bilingual.ts";
import type { Painter } from "../text/painter.ts";

/**
 * The language of messages: what the flag says, else that of the locale, which POSIX reads in this order; where none of them is
 * set, as on Windows, that of the system.
 */
export function languageOf(
  flag: string | undefined,
  env: Io["env"],
  // Of all that know the system's locale these take no time to make: those of dates take ten milliseconds.
  ofSystem = () => new Intl.PluralRules().resolvedOptions().locale,
): Language {
  const wanted = flag ?? (env.LC_ALL || env.LC_MESSAGES || env.LANG || ofSystem());
  return /^vi\b|^vi_/i.test(wanted) ? "vi" : "en";
}

/** Whether to colour what goes to `output`: the flag decides, then NO_COLOR, then FORCE_COLOR, then whether a terminal shows it. */
export function wantsColour(flag: string | undefined, env: Io["env"], output: Output): boolean {
  if (flag === "always" || flag === "never") return flag === "always";
  if (env.NO_COLOR) return false;
  const forced = env.FORCE_COLOR;
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  return output.isTTY && env.TERM !== "dumb";
}

/** chalk is loaded only when something is coloured. */
export async function colours(): Promise<Painter> {
  const { Chalk } = await import("chalk");
  const chalk = new Chalk({ level: 1 });
  return { error: chalk.red, warning: chalk.yellow, note: chalk.cyan, strong: chalk.bold, faint: chalk.dim };
}
