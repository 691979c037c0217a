// Whatever a workbook holds, there are rows or it is said what is wrong.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
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

describe.each(files)("%s", (name) => {
  const whole = readFileSync(join(folder, name));
  const parts = name.endsWith(".xls") ? undefined : unzip(whole);

  test("whose bytes are changed", { timeout: 600_000 }, async () => {
    const property = fc.asyncProperty(mutatedBytes(whole), async (bytes) => {
      const { rows, errors, notes } = await readAll(plan, { [name]: bytes });
      expect(notes.length + errors.length + rows.length).toBeGreaterThan(0);
    });
    await fc.assert(property, { numRuns: runs, endOnFailure: true });
  });

  test.skipIf(!parts)("whose parts are changed", { timeout: 600_000 }, async () => {
    const known = parts as ReadonlyMap<string, Buffer>;
    const [first = "", ...others] = [...known.keys()].filter((part) =>
      /sheet\d*\.xml|sharedStrings|styles|content\.xml|workbook/.test(part),
    );
    const property = fc.asyncProperty(
      fc
        .constantFrom(first, ...others)
        .chain((part) => mutatedBytes(known.get(part) as Buffer).map((bytes) => [part, bytes] as const)),
      async ([part, bytes]) => {
        const changed = zipped(new Map([...known, [part, Buffer.from(bytes)]]));
        const { rows, errors, notes } = await readAll(plan, { [name]: changed });
        expect(notes.length + errors.length + rows.length).toBeGreaterThan(0);
      },
    );
    await fc.assert(property, { numRuns: runs, endOnFailure: true });
  });
});
