// A golden case as one text file; docs/architecture.md shows how it looks.
import type { FileTree } from "./files.ts";
import { fromNotation, toNotation } from "./notation.ts";

export interface Case {
  /** What stands before the first command. */
  readonly note: string;
  readonly steps: readonly Step[];
}

/** A command, what is laid out before it runs, and all that it must give. */
export interface Step extends Outcome {
  /** As in a shell: `NAME=VALUE score …`. */
  readonly command: string;
  readonly files: ReadonlyMap<string, Uint8Array | Reference>;
  readonly stdin: Uint8Array;
}

/** A file of the repository, its path from the root. */
export interface Reference {
  readonly from: string;
}

export interface Outcome {
  readonly exit: number;
  readonly stdout: Uint8Array;
  readonly stderr: Uint8Array;
  /** Files that are new or have changed. */
  readonly written: FileTree;
  /** Paths of files that are no longer there. */
  readonly removed: readonly string[];
}

const none: Uint8Array = Buffer.alloc(0);

/** @throws Error where no command stands, a section is none of those below, or a command has more than its line. */
export function readCase(text: string): Case {
  const [note = "", ...steps] = text.split(/(?<![^\n])\$ /);
  if (steps.length === 0) throw new Error(`No line begins with "$ ": ${note}`);
  return { note, steps: steps.map(readStep) };
}

function readStep(text: string): Step {
  const [head = "", ...sections] = text.split(/(?<![^\n])--- /);
  const [command, more] = halves(head, "\n");
  if (more !== "") throw new Error(`This stands in no section: ${more}`);
  const [files, written] = [new Map<string, Uint8Array | Reference>(), new Map<string, Uint8Array>()];
  const removed: string[] = [];
  const streams = { stdin: none, stdout: none, stderr: none };
  let exit = 0;
  for (const section of sections) {
    const [line, body] = halves(section, "\n");
    const [kind, name] = halves(line, " ");
    const [path, from] = halves(name, " from ").map(fromLine) as [string, string];
    const content = fromNotation(body);
    switch (kind) {
      case "file":
        files.set(path, from === "" ? content : { from });
        break;
      case "stdin":
      case "stdout":
      case "stderr":
        streams[kind] = content;
        break;
      case "exit":
        exit = Number(name);
        break;
      case "wrote":
        written.set(path, content);
        break;
      case "removed":
        removed.push(path);
        break;
      default:
        throw new Error(`There is no such section: --- ${line}`);
    }
  }
  return { command: fromLine(command), files, exit, written, removed, ...streams };
}

/** Leaves out what is empty, and an exit code of 0. */
export function writeCase({ note, steps }: Case): string {
  return note + steps.map(writeStep).join("");
}

function writeStep({ command, files, stdin, exit, stdout, stderr, written, removed }: Step): string {
  const inputs = [...files].map(([path, file]) =>
    "from" in file ? `--- file ${toLine(path)} from ${toLine(file.from)}\n` : section(`file ${toLine(path)}`, file),
  );
  const streams = Object.entries({ stdout, stderr }).filter(([, content]) => content.length > 0);
  return [
    `$ ${toLine(command)}\n`,
    ...inputs,
    stdin.length > 0 ? section("stdin", stdin) : "",
    exit === 0 ? "" : `--- exit ${exit}\n`,
    ...streams.map(([kind, content]) => section(kind, content)),
    ...[...written].map(([path, content]) => section(`wrote ${toLine(path)}`, content)),
    ...removed.map((path) => `--- removed ${toLine(path)}\n`),
  ].join("");
}

function section(head: string, content: Uint8Array): string {
  const body = toNotation(content).replace(/(?<![^\n])(?:\$(?= )|-(?=-- ))/g, (mark) =>
    mark === "$" ? "\\x24" : "\\x2d",
  );
  return `--- ${head}\n${body}${/[^\n]$/.test(body) ? "\\\n" : ""}`;
}

const fromLine = (line: string): string => Buffer.from(fromNotation(line)).toString("utf8");
const toLine = (text: string): string =>
  toNotation(Buffer.from(text, "utf8"))
    .replaceAll("\n", "\\x0a")
    .replace(/ (?=from )/g, "\\x20");

/** What stands before and after the first separator. */
export function halves(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + separator.length)];
}
