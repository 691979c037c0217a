import { readdir } from "node:fs/promises";
import { compareText } from "../text/order.ts";

/** Whether a shell would have expanded this argument. */
export const isGlob = (text: string): boolean => /[*?]/.test(text);

/**
 * Files that a pattern with `*`, `?` and `**` (folders at any depth) names, in code-point order; needed where no shell expands
 * patterns, as on Windows. Names that begin with a dot are matched only by a pattern that does.
 */
export async function glob(pattern: string): Promise<string[]> {
  const segments = pattern.split("/");
  let folders = [segments[0] === "" ? "/" : ""];
  for (const segment of segments.slice(0, -1)) {
    if (segment === "**") folders = (await Promise.all(folders.map((each) => foldersBelow(each)))).flat();
    else if (isGlob(segment)) folders = await matching(folders, segment, "folder");
    else if (segment !== "") folders = folders.map((each) => `${each}${segment}/`);
  }
  const last = segments.at(-1) as string;
  const files = await matching(folders, last === "**" ? "*" : last, "file");
  return [...new Set(files)].sort(compareText);
}

/** What matches one segment in each folder; folders end with a slash. */
async function matching(folders: readonly string[], segment: string, kind: "file" | "folder"): Promise<string[]> {
  const wanted = segmentPattern(segment);
  const found = await Promise.all(
    folders.map(async (folder) => {
      const entries = await entriesOf(folder);
      return entries
        .filter(
          (each) =>
            wanted.test(each.name) &&
            (kind === "folder" ? each.isDirectory() || each.isSymbolicLink() : !each.isDirectory()),
        )
        .map((each) => `${folder}${each.name}${kind === "folder" ? "/" : ""}`);
    }),
  );
  return found.flat();
}

/** A folder and all below it; links are not followed, as they may lead in a circle. */
async function foldersBelow(folder: string): Promise<string[]> {
  const entries = await entriesOf(folder);
  const inner = entries.filter((each) => each.isDirectory() && !each.name.startsWith("."));
  const below = await Promise.all(inner.map((each) => foldersBelow(`${folder}${each.name}/`)));
  return [folder, ...below.flat()];
}

const entriesOf = (folder: string) => readdir(folder || ".", { withFileTypes: true }).catch(() => []);

function segmentPattern(segment: string): RegExp {
  const text = segment
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*+/g, ".*")
    .replace(/\?/g, ".");
  return new RegExp(`^${segment.startsWith(".") ? "" : "(?!\\.)"}${text}$`, "su");
}
