// Whatever a workbook holds, there are rows or it is said what is wrong.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CFB } from "@e965/xlsx";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unzip, zipped } from "../../src/sheet/1-records/workbook/zip.ts";
import { root } from "../support/files.ts";
import { mutatedBytes } from "../support/mutations.ts";
import { readAll, smallPlan } from "../support/sheet.ts";

const folder = join(root, "test/sheets/corpus/texts");
const files = readdirSync(folder).filter((name) => /libreoffice-vi\.(?:xlsx|xls|ods)$|xlwt|xlsxwriter/.test(name));
const plan = smallPlan();
const runs = fc.readConfigureGlobal()?.numRuns ?? 40;

/** The parts of a workbook that say what is in its cells, each with the whole in which it is another. */
function partsOf(name: string, whole: Buffer): readonly [Buffer, (part: Buffer) => Buffer][] {
  if (name.endsWith(".xls")) {
    const container = CFB.read(whole, { type: "buffer" });
    const book = CFB.find(container, "/Workbook");
    const repacked = (content: Buffer): Buffer => {
      Object.assign(book, { content, size: content.length });
      return CFB.write(container, { type: "buffer" });
    };
    return [[Buffer.from(book.content), repacked]];
  }
  const parts = [...(unzip(whole) as ReadonlyMap<string, Buffer>)];
  return parts.flatMap(([part, bytes]): [Buffer, (part: Buffer) => Buffer][] =>
    /sheet\d*\.xml|sharedStrings|styles|content\.xml|workbook/.test(part)
      ? [[bytes, (changed) => zipped(new Map(parts).set(part, changed))]]
      : [],
  );
}

describe.each(files)("%s", (name) => {
  const whole = readFileSync(join(folder, name));

  const isRead = async (changed: Uint8Array): Promise<void> => {
    const { rows, errors, notes } = await readAll(plan, { [name]: changed });
    expect(notes.length + errors.length + rows.length).toBeGreaterThan(0);
  };

  test("whose bytes are changed", { timeout: 600_000 }, async () => {
    await fc.assert(fc.asyncProperty(mutatedBytes(whole), isRead), { numRuns: runs, endOnFailure: true });
  });

  test("whose parts are changed", { timeout: 600_000 }, async () => {
    const parts = partsOf(name, whole);
    const changed = fc
      .nat(parts.length - 1)
      .map((at) => parts[at] as (typeof parts)[number])
      .chain(([part, repacked]) => mutatedBytes(part).map((bytes) => repacked(Buffer.from(bytes))));
    await fc.assert(fc.asyncProperty(changed, isRead), { numRuns: runs, endOnFailure: true });
  });
});
