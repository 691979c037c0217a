// Wide sheets: what several sources say of one subject stands side by side in one row.
import { expect, test } from "vitest";
import { createDiagnostics } from "../../../src/diagnostics/diagnostic.ts";
import type { Row } from "../../../src/model/row.ts";
import { readSheets } from "../../../src/sheet/4-rows/read-sheet.ts";
import { compileText } from "../rubric/compile-text.ts";

const rubric = `missing: zero
areas:
  - { id: A, title: Attitude, max: 60, column: Thái độ }
  - { id: B, max: 40 }
ratings:
  sources: { tu_cham: "(tự chấm)", chi_bo: "(chi bộ chấm)" }
  level: item
  blank: incomplete
  combine: { weights: { tu_cham: 40%, chi_bo: 60% } }
  absent: renormalise
`;

async function read(...lines: string[]) {
  const { plan, found } = compileText(rubric);
  if (!plan) throw new Error(JSON.stringify(found));
  const diagnostics = createDiagnostics();
  const rows: Row[] = [];
  const input = {
    name: "s.csv",
    open: async function* () {
      yield Buffer.from(lines.join("\n"));
    },
  };
  await readSheets(plan, [input], {}, diagnostics, (row) => rows.push(row));
  const by = plan.ratings?.by as number;
  return {
    codes: diagnostics.list.map(({ code, place }) => `${code} ${place?.line}:${place?.column}`),
    rows: rows.map(({ key, columns, cells, sheet }) => [key, columns[by], cells, sheet.cells]),
  };
}

const head = "code,full_name,period,A (tự chấm),B (tự chấm),THÁI ĐỘ (Chi bộ chấm),B (chi bộ chấm)";

test("the words of a source stand with brackets or without", async () => {
  const people = ["1,An,2026-Q1,60,50,40,30"];
  for (const words of ["Tự chấm,Chi bộ chấm", "(Tự chấm),(Chi bộ chấm)"]) {
    const { codes, rows } = await read("code,full_name,period,A,,B,", `,,,${words},${words}`, ...people);
    expect(codes).toEqual([]);
    expect(rows.map((row) => row[2])).toEqual([
      [6000, 4000],
      [5000, 3000],
    ]);
  }
});

test("each source with a filled cell is a rating; where none is, one row without a rater tells of the subject", async () => {
  const { codes, rows } = await read(head, "1,An,2026-Q1,60,40,50,30", "2,Bình,2026-Q1,,,50,", "3,Chi,2026-Q1,,,,");
  expect(codes).toEqual([]);
  expect(rows).toEqual([
    ["1", "tu_cham", [6000, 4000], [4, 5]],
    ["1", "chi_bo", [5000, 3000], [6, 7]],
    ["2", "chi_bo", [5000, null], [6, 7]],
    ["3", undefined, [null, null], [4, 5]],
  ]);
});

test("a mistake names its cell, and a source without columns is missing", async () => {
  expect((await read(head, "1,An,2026-Q1,60,40,61,30")).codes).toEqual(["D203 2:6"]);
  const lacking = await read("code,full_name,period,A (tự chấm),B (tự chấm),A", "1,An,2026-Q1,60,40,50");
  expect(lacking.codes).toEqual(["D105 1:1", "D105 1:1", "D107 1:1"]);
});

test.each([
  [",,,A,,B,", "code,full_name,period,(tự chấm),(chi bộ chấm),(tự chấm),(chi bộ chấm)", [4, 6]],
  ["code,full_name,period,(Tự chấm),,(Chi bộ chấm),", ",,,Thái độ,B,Thái độ,B", [4, 5]],
])("merged cells of a header in two rows: %s over %s", async (upper, lower, places) => {
  const { codes, rows } = await read(upper, lower, "1,An,2026-Q1,40,39,38,37");
  expect(codes).toEqual([]);
  expect(rows.map(([, source, , cells]) => [source, cells])).toContainEqual(["tu_cham", places]);
});
