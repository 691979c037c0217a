// On a terminal, reading that takes longer than a moment says how far it is; nowhere else.

import { join } from "node:path";
import { expect, test } from "vitest";
import { watchReading } from "../../../src/cli/progress.ts";
import type { Session } from "../../../src/cli/session.ts";
import { plain } from "../../../src/text/painter.ts";
import { withFolder, writeTree } from "../../support/files.ts";

/** Reads two blocks of a sheet, each of which takes so many milliseconds; gives what stderr shows. */
async function shown(each: number, given: { isTTY?: boolean; CI?: string; quiet?: true } = {}): Promise<string> {
  const { isTTY = true, CI, quiet } = given;
  let time = 0;
  const texts: string[] = [];
  const output = {
    isTTY,
    write: async (text: string) => {
      texts.push(text);
    },
  };
  const session: Session = {
    io: { stdin: (async function* () {})(), stdout: output, stderr: output, env: CI === undefined ? {} : { CI } },
    operands: [],
    flags: { ...(quiet && { quiet }) },
    language: "en",
    painterOf: () => plain,
  };
  await withFolder(async (folder) => {
    writeTree(folder, [["sheet.csv", "a,b\n1,2\n3,4\n5,6\n"]]);
    const sheet = {
      name: join(folder, "sheet.csv"),
      sha256: () => "",
      async *open() {
        for (const block of ["a,b\n1,2\n", "3,4\n5,6\n"]) {
          time += each;
          yield new TextEncoder().encode(block);
        }
      },
    };
    const reading = watchReading([sheet], session, () => time);
    for (const { open } of reading.sheets) for await (const _ of open()) expect(_.length).toBe(8);
    await reading.end();
  });
  return texts.join("");
}

test("rows, share and time left, and nothing is left of them", async () => {
  expect(await shown(2000)).toBe("\r\x1b[K2 rows read, 50 %, 2 s left\r\x1b[K4 rows read, 100 %, 0 s left\r\x1b[K");
});

test("not for what is read in a moment", async () => expect(await shown(400)).toBe(""));

test("not in a pipe, in continuous integration, or with --quiet", async () => {
  expect(await shown(2000, { isTTY: false })).toBe("");
  expect(await shown(2000, { CI: "true" })).toBe("");
  expect(await shown(2000, { quiet: true })).toBe("");
});
