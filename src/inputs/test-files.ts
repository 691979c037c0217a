import type { Stats } from "node:fs";
import { createReadStream } from "node:fs";
import { realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, isAbsolute, join, sep } from "node:path";
import { pastResults } from "../archive/past-results.ts";
import { isWithin, nearestFile, reasonOf, systemCode } from "../files/files.ts";
import type { Encoding } from "../sheet/1-records/encodings/decode.ts";
import type { Found, TestFiles } from "../testing/test-files.ts";
import { phrase } from "../text/phrase.ts";

const outside = phrase("it is not below the folder of the rubric");

/**
 * The files below the folder of the rubric that names them; what a link leads to must lie there too. `encoding`: of those that are not in
 * Unicode.
 */
export function testFiles(encoding?: Encoding): TestFiles {
  const folderOf = (from: string): string => (from === "<stdin>" ? "." : dirname(from));
  const nameOf = (path: string, from: string): string => join(folderOf(from), path).split(sep).join("/");
  const isInside = async (name: string, from: string): Promise<boolean> =>
    isWithin(await realpath(folderOf(from)), await realpath(name));

  async function at<F>(
    path: string,
    from: string,
    use: (name: string, is: Stats) => Promise<Found<F>>,
  ): Promise<Found<F>> {
    const name = nameOf(path, from);
    if (isAbsolute(path) || !isWithin(folderOf(from), name)) return { kind: "outside" };
    try {
      return (await isInside(name, from)) ? await use(name, await stat(name)) : { kind: "outside" };
    } catch (error) {
      const code = systemCode(error);
      if (code === "ENOENT") return { kind: "absent", name, suggestion: nearestFile(name) };
      return { kind: "unreadable", name, reason: reasonOf(code) };
    }
  }

  return {
    find: (path, from) =>
      at(path, from, async (name, is) =>
        is.isFile()
          ? { kind: "file", input: { name, open: () => createReadStream(name), ...(encoding && { encoding }) } }
          : { kind: "unreadable", name, reason: phrase("it is no file") },
      ),
    past: (path, from, diagnostics) =>
      at(path, from, async (name, is) =>
        is.isDirectory()
          ? { kind: "folder", name, folders: await pastResults(name, diagnostics) }
          : { kind: "unreadable", name, reason: phrase("it is no folder") },
      ),
    async write(path, from, lines) {
      const name = nameOf(path, from);
      const fresh = `${name}.new`;
      try {
        // The file itself may be new, its folder may not.
        if (!(await isInside(dirname(name), from))) return outside;
        await writeFile(fresh, [...lines].join(""));
        await rename(fresh, name);
        return undefined;
      } catch (error) {
        await rm(fresh, { force: true }).catch(() => undefined);
        return reasonOf(systemCode(error));
      }
    },
  };
}
