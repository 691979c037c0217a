import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { terminalLines } from "../../../src/document/terminal.ts";
import { plain } from "../../../src/text/painter.ts";
import { displayWidth } from "../../../src/text/width.ts";
import { periodDocument } from "../../../src/views/period-document.ts";
import { both, incomplete, periodReport, plan, report, result, stage } from "../../support/report.ts";

const results = [
  result("001", { columns: ["001", "Nguyễn Văn Công", "Khối 1"] }),
  result("002", { columns: ["002", "Tống Thị Hà", "Khối 1"], rank: 2, scores: [900, 0], total: 900, band: 1 }),
  incomplete("003", { columns: ["003", "Lê Chi", "Khối 2"] }),
];
const table = (width?: number, of = plan(), period = periodReport(results)) =>
  [...terminalLines(periodDocument(report([period], of), period), width === undefined ? {} : { width })].join("");

test("a period in words, a block for each ranking group, counts of every band", () => {
  expect(table()).toBe(
    [
      "Thử: Quý I/2026",
      "",
      "Khối 1",
      "Hạng  ma   ten                 A   B  Tổng điểm  Mức xếp loại  Ghi chú",
      "   1  001  Nguyễn Văn Công  45,5  40       85,5  Tốt",
      "   2  002  Tống Thị Hà         9   0          9  Kém",
      "",
      "Khối 2",
      "Hạng  ma   ten                 A   B  Tổng điểm  Mức xếp loại  Ghi chú",
      "      003  Lê Chi                 40                           chưa đủ điểm: thiếu tiêu chí A1",
      "",
      "Tốt 1 · Kém 1 · chưa đủ điểm 1",
      "",
    ].join("\n"),
  );
});

test("an English rubric has English words and decimal points", () => {
  const shown = table(undefined, plan({ language: "en" }));
  expect(shown).toContain("Thử: Quarter 1, 2026\n");
  expect(shown).toContain("85.5");
  expect(shown).toContain("incomplete: no score: A1");
});

test("without groups and notes there are no lines and columns for them", () => {
  const flat = plan({ stage: stage({ ranking: { within: [], by: [], number: "standard" } }) });
  const shown = table(undefined, flat, periodReport(results.slice(0, 2)));
  expect(shown).not.toContain("khoi");
  expect(shown).not.toContain("Ghi chú");
});

describe("in a narrow terminal", () => {
  test("areas go first, the last one before the others, and are named below", () => {
    expect(table(95)).toContain("A   B  Tổng");
    const narrow = table(91);
    expect(narrow).toContain("A  Tổng");
    expect(narrow).toContain("Không hiển thị vì thiếu chỗ: B\n");
    expect(narrow).toContain("Nguyễn Văn Công");
  });

  test("then the name is cut, then note and band, never key and total", () => {
    const narrow = table(60);
    expect(narrow).toContain("001  Nguyễn Vă…");
    expect(narrow).toContain("85,5  Tốt");
  });

  test("no line is wider than the terminal, from the width on that key, total and rank need", () => {
    fc.assert(
      fc.property(fc.integer({ min: 58, max: 120 }), (width) => {
        for (const line of table(width).split("\n").slice(1, -4)) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });

  test("wide characters count double and are never halved", () => {
    const wide = results.map((each) => ({ ...each, columns: [each.key, "阮文功阮文功阮文功", "Khối 1"] }));
    for (const width of [58, 59, 60, 61]) {
      for (const line of table(width, plan(), periodReport(wide)).split("\n").slice(3, -4)) {
        expect(displayWidth(line)).toBeLessThanOrEqual(width);
      }
    }
  });
});

test("a name cannot command the terminal", () => {
  const evil = result("1", { columns: ["1", "\u001B[2J\u202EAn\nBình", "\u001B]0;x\u0007"] });
  const shown = table(undefined, plan(), periodReport([evil]));
  for (const command of ["\u001B", "\u0007", "\u202E", "An\n"]) expect(shown).not.toContain(command);
});

test("colours come from outside and mark titles and heads", () => {
  const period = periodReport(results);
  const painter = { ...plain, strong: (text: string) => `<b>${text}</b>`, faint: (text: string) => `<i>${text}</i>` };
  const shown = [...terminalLines(periodDocument(report([period]), period), { painter })];
  expect(shown[0]).toBe("<b>Thử: Quý I/2026</b>\n");
  expect(shown[3]).toMatch(/^<i>Hạng.*<\/i>\n$/);
});

test("the note says why somebody has another band than by points", () => {
  const [first, second] = [both("Tốt"), both("Kém")];
  const moved = result("1", {
    band: 1,
    reason: { kind: "moved", moves: [{ quotas: [both("q20")], from: first, to: second }] },
  });
  const decided = result("2", { reason: moved.reason, marks: ["decided", "tie_open"] });
  const shown = table(undefined, plan(), periodReport([moved, decided]));
  expect(shown).toMatch(/Kém {11}tỷ lệ tối đa q20: từ Tốt xuống Kém$/m);
  expect(shown).toContain(
    "theo quyết định của cấp có thẩm quyền: tỷ lệ tối đa q20: từ Tốt xuống Kém; bằng nhau, chờ quyết định\n",
  );
});
