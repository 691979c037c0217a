import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Example } from "../../src/diagnostics/explanation.ts";
import { root } from "./files.ts";
import { fromNotation } from "./notation.ts";

const layout = readFileSync(join(root, "messages/README.md"), "utf8");
const fileInLayout = (name: string): string =>
  layout.match(new RegExp(`^\`\`\`\\w+ ${name}\n(.*?)^\`\`\`$`, "ms"))?.[1] ?? "";

/** The files that examples do not give: a whole rubric, as small as can be, and a sheet for it. */
export const baseRubric = fileInLayout("rubric.yaml");
const baseSheet = fileInLayout("sheet.csv");

/** The files of an example, whole, and its command. */
export interface Laid {
  readonly argv: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export function layOut({ argv, "rubric.yaml": rubric, "sheet.csv": sheet, ...others }: Example): Laid {
  const files = new Map([
    ["rubric.yaml", bytes(wholeRubric(rubric ?? ""))],
    ["sheet.csv", bytes(sheet ?? baseSheet)],
  ]);
  for (const [name, content] of Object.entries(others)) files.set(name, bytes(content ?? ""));
  return { argv: argv ?? "compute rubric.yaml sheet.csv", files };
}

/**
 * A fragment's top-level keys in place of those of the base rubric, the text of both as it was written. What it says under the
 * keys of `added` comes behind what the base says there.
 */
export function wholeRubric(fragment: string, base = baseRubric, added: readonly string[] = []): string {
  if (/^(?:#.*\n|bytes:|\s*\n)*\s*["']?schema["']?\s*:|^bytes:/.test(fragment)) return fragment;
  const own = sections(base);
  const said = sections(fragment);
  const joined = said.map(({ key, text }) => {
    const before = added.includes(key) ? own.find((section) => section.key === key) : undefined;
    return before ? before.text + text.slice(text.indexOf("\n") + 1) : text;
  });
  const kept = own.filter(({ key }) => said.every((section) => section.key !== key));
  return [...kept.map(({ text }) => text), /^(?:#.*\n)*/.exec(fragment)?.[0] ?? "", ...joined].join("");
}

/** The top-level keys of a YAML text with the lines that belong to each. */
function sections(text: string): { key: string; text: string }[] {
  const found: { key: string; text: string }[] = [];
  for (const line of text.split(/(?<=\n)/)) {
    const key = /^([A-Za-z_]\w*)\s*:/.exec(line)?.[1];
    const last = found.at(-1);
    if (key !== undefined) found.push({ key, text: line });
    else if (last) last.text += line;
  }
  return found;
}

/**
 * A text that begins with `bytes:` writes single bytes as `\xNN`, and what stands in it many times as `\{this*100}`; one that
 * begins with `copy of:` is a file of the repository.
 */
function bytes(text: string): Uint8Array {
  if (text.startsWith("copy of:")) return readFileSync(join(root, text.slice("copy of:".length).trim()));
  if (!text.startsWith("bytes:")) return Buffer.from(text, "utf8");
  const whole = text
    .slice("bytes:".length)
    .replace(/\\\{(.+?)\*(\d+)\}/g, (_, part: string, times: string) => part.repeat(Number(times)));
  return fromNotation(whole);
}
