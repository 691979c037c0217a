// Reads messages/*.md, whose layout messages/README.md describes.
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { adviceIn } from "../../src/diagnostics/advice.ts";
import type { Entry, Severity, Stops } from "../../src/diagnostics/entry.ts";
import type { Example, Explanation } from "../../src/diagnostics/explanation.ts";
import type { Bilingual, Language } from "../../src/text/bilingual.ts";
import { openHoles } from "../../src/text/template.ts";

/** One diagnostic with all that its Markdown says. */
export interface Message extends Explanation {
  readonly code: string;
  readonly entry: Entry;
}

/** The diagnostics of one file. */
export interface Family {
  readonly name: string;
  readonly title: Bilingual;
  readonly messages: readonly Message[];
}

/** Files of the folder that are no family. */
const aside: ReadonlySet<string> = new Set(["README.md", "holes.md"]);

/** Every family of a folder in the order of file names. Throws where a file does not keep to the layout. */
export function readMessages(folder: string): readonly Family[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".md") && !aside.has(name));
  const families = names
    .sort()
    .map((name) => readFamily(basename(name, ".md"), readFileSync(join(folder, name), "utf8")));
  const codes = families.flatMap(({ messages }) => messages.map(({ code }) => code));
  const twice = codes.find((code, index) => codes.indexOf(code) < index);
  if (twice !== undefined) throw new Error(`${folder}: ${twice} is described twice`);
  return families;
}

type Label = "message" | "hint" | "advice" | "why";
type Part = "Bad" | "Fixed";
type Files = Record<string, string>;

/** What has been read of a message. */
interface Draft {
  readonly code: string;
  readonly line: number;
  status?: Pick<Entry, "severity" | "stops" | "isUsage">;
  readonly texts: Record<Label, { [In in Language]?: string }>;
  readonly examples: { [P in Part]?: Files };
}

/** A fence with its kind, the name of its file and its content; or a line. */
const tokens = /^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$|^.+$/gm;

export function readFamily(name: string, text: string): Family {
  const drafts: Draft[] = [];
  let title: Bilingual | undefined;
  let files: Files | undefined;
  for (const { 0: token, 1: kind, 2: file, 3: content, index } of text.matchAll(tokens)) {
    const line = text.slice(0, index).split("\n").length;
    const fail = (what: string): never => {
      throw new Error(`messages/${name}.md:${line}: ${what}`);
    };
    const [, en, vi] = /^# (.+) \/ (.+)$/.exec(token) ?? [];
    const [, code] = /^## ([SRDAC]\d{3})$/.exec(token) ?? [];
    const [, label, language, words] = /^\* (message|hint|advice|why) (en|vi): (.+)$/.exec(token) ?? [];
    const [, part] = /^### (Bad|Fixed)$/.exec(token) ?? [];
    const draft = drafts.at(-1);
    if (title === undefined) title = en && vi ? { en, vi } : fail("a title is missing: # English / Vietnamese");
    else if (code !== undefined) {
      drafts.push({ code, line, texts: { message: {}, hint: {}, advice: {}, why: {} }, examples: {} });
      files = undefined;
    } else if (!draft) fail("nothing but the title stands before the first code");
    else if (content !== undefined) {
      const [command] = /(?<=^score ).+(?=\n$)/.exec(content) ?? [];
      if (!files) fail("files stand below `### Bad` or `### Fixed`");
      else if (file !== undefined) files[file] = content;
      else if (kind === "sh" && command !== undefined) files.argv = command;
      else fail("a fence opens with its kind and the name of a file, or with `sh` for a line that begins with `score`");
    } else if (part !== undefined) {
      files = {};
      draft.examples[part as Part] = files;
    } else if (words !== undefined) draft.texts[label as Label][language as Language] = words;
    else draft.status = statusOf(token) ?? fail(`this is no part of a message: ${token}`);
  }
  if (!title) throw new Error(`messages/${name}.md:1: the file is empty`);
  return { name, title, messages: drafts.map((draft) => finished(draft, name)) };
}

const errorStops: readonly Stops[] = ["nothing", "row", "file", "everything"];

/** `warning`, `note`, or `error` with what it stops and how the program ends. */
function statusOf(line: string): Draft["status"] {
  const [severity, stops, ending, ...more] = line.split(" · ");
  if (severity === "warning" || severity === "note") {
    return stops === undefined ? { severity: severity as Severity, stops: "nothing", isUsage: false } : undefined;
  }
  const found = errorStops.find((each) => stops === `stops ${each}`);
  const isKnown = severity === "error" && (ending === "usage" || ending === "failure") && more.length === 0;
  return isKnown && found ? { severity: "error", stops: found, isUsage: ending === "usage" } : undefined;
}

function finished({ code, line, status, texts, examples }: Draft, family: string): Message {
  const fail = (what: string): never => {
    throw new Error(`messages/${family}.md:${line}: ${code} has no ${what}`);
  };
  const bilingual = (label: Label): Bilingual | undefined => {
    const { en, vi } = texts[label];
    if (en === undefined && vi === undefined) return undefined;
    return en !== undefined && vi !== undefined ? { en, vi } : fail(`\`${label}\` in one of the languages`);
  };
  const [hint, advice] = [bilingual("hint"), bilingual("advice")];
  const entry: Entry = {
    family,
    ...(status ?? fail("line with its severity")),
    message: bilingual("message") ?? fail("`message`"),
    ...(hint && { hint }),
  };
  // A note wants nothing done.
  const isWanted = entry.severity !== "note" && adviceIn(hint, ({ en }) => openHoles(en)).length === 0;
  if (isWanted !== (advice !== undefined)) fail(isWanted ? "hint of its own and no `advice`" : "need of `advice`");
  return {
    code,
    entry,
    ...(advice && { advice }),
    why: bilingual("why") ?? fail("`why`"),
    bad: (examples.Bad as Example) ?? fail("example"),
    fixed: (examples.Fixed as Example) ?? fail("fixed example"),
  };
}
