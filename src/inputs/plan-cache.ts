import {
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { isAbsolute, join } from "node:path";
import type { RubricLibrary } from "../archive/basis.ts";
import type { Io } from "../files/io.ts";
import { makeFolder } from "../files/make-folder.ts";
import type { PlanCache, Setting } from "../model/library.ts";
import type { Plan } from "../model/plan.ts";
import { planFromJson, planToJson } from "../model/plan-json.ts";
import { build } from "../model/version.ts";
import type { Source } from "../text/source.ts";

/** Plans that are kept at most; the oldest goes first. */
const mostKept = 100;

/** All that a plan was made of: it is used only where every word of it is still the same. */
interface Made {
  readonly build: string;
  readonly rubric: string;
  readonly set: readonly (readonly [name: string, value: string])[];
  /** The files that were asked for, in order: the path, which file named it (0 is the rubric), and what stood there. */
  readonly asked: readonly (readonly [path: string, from: number, text: string])[];
}

/**
 * Remembers the plans of rubrics without findings in the user's cache. Whatever is wrong with the cache, as another user's file,
 * a damaged one or a full disk, means only that the rubric is compiled.
 *
 * @returns undefined where the user has no folder for that
 */
export function planCache(env: Io["env"], made = build): PlanCache | undefined {
  const folder = cacheFolder(env);
  if (folder === undefined || made === undefined) return undefined;
  const nameOf = (rubric: Source, set: readonly Setting[]): string =>
    join(
      folder,
      `${hash([made, rubric.text, ...set.map(({ name, value }) => `${name}=${value.text}`)].join("\0"))}.plan`,
    );
  return {
    recall: (rubric, { library, set = [] }) =>
      quietly(() => {
        const text = ownText(nameOf(rubric, set));
        const first = text.indexOf("\n");
        const second = text.indexOf("\n", first + 1);
        const [head, sum, plan] = [text.slice(0, first), text.slice(first + 1, second), text.slice(second + 1)];
        if (hash(head + plan) !== sum) return undefined;
        return isStillSo(JSON.parse(head) as Made, made, rubric, set, library as RubricLibrary)
          ? planFromJson(plan)
          : undefined;
      }),
    keep: (rubric, { library, set = [] }, plan) =>
      void quietly(() => {
        const asked = (library as RubricLibrary | undefined)?.asked() ?? [];
        const files = [rubric, ...asked.map(({ found }) => found)];
        const all: Made = {
          build: made,
          rubric: rubric.text,
          set: set.map(({ name, value }) => [name, value.text]),
          asked: asked.map(({ path, from, found }) => [path, files.indexOf(from), found.text]),
        };
        write(folder, nameOf(rubric, set), all, plan);
      }),
  };
}

function cacheFolder({ XDG_CACHE_HOME: xdg, LOCALAPPDATA: local, HOME: home }: Io["env"]) {
  // A relative one would be another below each folder: it does not count, as the XDG Base Directory Specification says.
  const base = [xdg, local, home && join(home, ".cache")].find((folder) => folder && isAbsolute(folder));
  return base ? join(base, "score", "plans") : undefined;
}

function isStillSo(
  { build: by, rubric: text, set: values, asked }: Made,
  made: string,
  rubric: Source,
  set: readonly Setting[],
  library: RubricLibrary | undefined,
): boolean {
  if (by !== made || text !== rubric.text || values.length !== set.length) return false;
  if (!values.every(([name, value], at) => set[at]?.name === name && set[at].value.text === value)) return false;
  const files = [rubric];
  return asked.every(([path, from, before]) => {
    const source = files[from];
    const found = source && library?.find(path, source);
    return found?.kind === "file" && found.source.text === before && files.push(found.source) > 0;
  });
}

/** A file that this user alone can have written. @throws where there is none */
function ownText(file: string): string {
  const handle = openSync(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    const { uid, mode } = fstatSync(handle);
    const user = process.getuid?.();
    if (user !== undefined && (uid !== user || (mode & 0o022) !== 0)) throw new Error("another user's file");
    return readFileSync(handle, "utf8");
  } finally {
    closeSync(handle);
  }
}

/** Another run sees the whole file or none. */
function write(folder: string, file: string, made: Made, plan: Plan): void {
  const [head, text] = [JSON.stringify(made), planToJson(plan)];
  makeFolder(folder, mkdirSync, 0o700);
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, `${head}\n${hash(head + text)}\n${text}`, { mode: 0o600, flag: "wx" });
  renameSync(fresh, file);
  const kept = readdirSync(folder).map((name) => join(folder, name));
  if (kept.length <= mostKept) return;
  const times = new Map(kept.map((name) => [name, statSync(name).mtimeMs]));
  kept.sort((a, b) => (times.get(a) ?? 0) - (times.get(b) ?? 0));
  for (const name of kept.slice(0, kept.length - mostKept)) rmSync(name, { force: true });
}

function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** Finds damage and tells texts apart by name; what counts is compared word by word. Four bytes at a time: a plan has many. */
function hash(text: string): string {
  const bytes = Buffer.alloc((Buffer.byteLength(text) + 3) & ~3);
  bytes.write(text);
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  let sum = 0;
  // By an odd number: a word that was changed changes the sum.
  for (let at = 0; at < words.length; at++) sum = Math.imul(sum ^ (words[at] as number), 0x9e3779b1);
  return `${(sum >>> 0).toString(16)}-${text.length.toString(16)}`;
}
