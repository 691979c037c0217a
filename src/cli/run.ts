import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { createDiagnostics } from "../diagnostics/diagnostic.ts";
import { findings } from "../diagnostics/findings.ts";
import { refuseMissing } from "../files/files.ts";
import type { Io } from "../files/io.ts";
import { OutputFailed, ReaderGone } from "../files/io.ts";
import { version } from "../model/version.ts";
import { plain } from "../text/painter.ts";
import { phrase } from "../text/phrase.ts";
import type { Invocation } from "./arguments.ts";
import { parseArguments } from "./arguments.ts";
import type { Command } from "./command.ts";
import type { Config } from "./config.ts";
import { readConfig } from "./config.ts";
import type { Session } from "./session.ts";
import { exit } from "./session.ts";
import { colours, languageOf, wantsColour } from "./surroundings.ts";

/** Runs one command line and returns the exit code; throws only for a bug of ours. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await perform(argv, io);
  } catch (error) {
    if (error instanceof ReaderGone) return exit.fine;
    if (error instanceof OutputFailed) return sayOutputFailed(error, argv, io);
    throw error;
  }
}

async function perform(argv: readonly string[], io: Io): Promise<number> {
  const diagnostics = createDiagnostics();
  const { invocation, config } = await understood(argv, io, diagnostics);
  const { name, command, operands, flags } = invocation;
  const language = languageOf(flags.lang, io.env);
  const [stdoutColour, stderrColour] = [io.stdout, io.stderr].map((each) => wantsColour(flags.color, io.env, each));
  const painter = stdoutColour || stderrColour ? await colours() : plain;
  const session: Session = {
    io,
    operands,
    flags,
    language,
    painterOf: (output) => ((output === io.stdout ? stdoutColour : stderrColour) ? painter : plain),
  };
  if (flags.version) {
    await io.stdout.write(`score ${version}\n`);
    return exit.fine;
  }
  if (!diagnostics.hasErrors) {
    if (name === undefined || command === undefined) return showProgramHelp(session, flags.help === true);
    if (flags.help) return showCommandHelp(session, name, command);
    // It speaks of the commands themselves, as help does.
    if (name === "complete") return (await import("./complete.ts")).complete(session);
  }
  if (diagnostics.hasErrors || !command?.load) {
    const { printUnread, showRefused } = await import("./print.ts");
    const [found, sources] = [findings(diagnostics), config ? [config.source] : []];
    if (command?.findings) await printUnread(command.findings, found, session, sources);
    else await showRefused(session, found, sources);
    return exit.usage;
  }
  const { run: runCommand } = await command.load();
  return runCommand(session);
}

/** The command line, with what the project says of flags that neither it nor the environment names. */
async function understood(
  argv: readonly string[],
  io: Io,
  diagnostics: Diagnostics,
): Promise<{ readonly invocation: Invocation; readonly config?: Config | undefined }> {
  const invocation = parseArguments(argv, io.env, diagnostics);
  const { command, operands, flags } = invocation;
  if (!command || flags.help) return { invocation };
  if (!isSomewhere()) diagnostics.report("C224", {});
  else refuseMissing(flags.root === undefined ? [] : [flags.root], diagnostics);
  if (diagnostics.hasErrors) return { invocation };
  const config = await readConfig(operands, command, diagnostics);
  if (!config || diagnostics.hasErrors) return { invocation, config };
  return { invocation: parseArguments(argv, { ...config.defaults, ...io.env }, diagnostics), config };
}

/** Is the current folder still there? */
function isSomewhere(): boolean {
  try {
    return process.cwd() !== "";
  } catch {
    return false;
  }
}

/** A redirected output may meet a full disk; where stderr is no better off, only the exit code is left to tell. */
async function sayOutputFailed({ code }: OutputFailed, argv: readonly string[], io: Io): Promise<number> {
  const diagnostics = createDiagnostics();
  const { flags } = parseArguments(argv, io.env, createDiagnostics());
  diagnostics.report("C125", { reason: code === "ENOSPC" ? phrase("the disk is full") : code });
  const { renderText } = await import("../diagnostics/render-text.ts");
  const language = languageOf(flags.lang, io.env);
  const text = renderText(findings(diagnostics), { language, painter: plain, sourceOf: () => undefined });
  await io.stderr.write(text).catch(() => undefined);
  return exit.usage;
}

async function showProgramHelp({ io, language }: Session, asked: boolean): Promise<number> {
  const { programHelp } = await import("./help.ts");
  await (asked ? io.stdout : io.stderr).write(programHelp(language, io.stdout.columns));
  return asked ? exit.fine : exit.usage;
}

async function showCommandHelp({ io, language }: Session, name: string, command: Command): Promise<number> {
  const { commandHelp } = await import("./help.ts");
  await io.stdout.write(commandHelp(name, command, language, io.stdout.columns));
  return exit.fine;
}
