// One thing in two spellings, over all files of a run.
import { describe, expect, test } from "vitest";
import { withFolder, writeTree } from "../../support/files.ts";
import { runHere } from "../../support/run.ts";

const head = `schema: 1
id: thu
version: "1"
title: Thử
language: vi
period: quarter
missing: incomplete
areas: [{ id: D, max: 10, column: Điểm }]
total: { max: 10, clamp: false }
bands: [{ id: a, from: 8 }, { id: c }]
`;
const plain = (more: string, columns = ""): string => `${head}subject: { noun: người, key: ma }
columns:
  ma: { type: text, required: true, header: Mã }
${columns}${more}`;
const group = (match = ""): string => `  to: { type: text, required: true, header: Tổ${match} }\n`;
const rated = (more: string, match = ""): string => `${head}subject: { noun: đội, key: doi }
columns:
  doi: { type: text, required: true }
  khoi: { type: text, required: true${match} }
  nguoi: { type: text, of: rating, required: true${match} }
  khoi_cham: { type: text, of: rating, required: true${match} }
${more}`;

async function compute(rubric: string, files: Readonly<Record<string, string>>, ...flags: string[]) {
  return withFolder(async (cwd) => {
    writeTree(cwd, Object.entries({ "r.yaml": rubric, ...files }));
    const sheets = Object.keys(files).filter((name) => name.startsWith("s"));
    const { exit, stdout, stderr } = await runHere(
      ["compute", "r.yaml", ...sheets.map((name) => `2026-Q1=${name}`), "--format", "csv", "--lang", "en", ...flags],
      { cwd },
    );
    const found = [...stderr.matchAll(/^(\S+): error (D250): "(.*)" and "(.*)" look/gm)].map(
      ([, place, , one, other]) => `${place} ${one} ${other}`,
    );
    return { exit, rows: stdout.trim().split("\n").slice(1), found, stderr };
  });
}

describe("is a mistake that names both cells", () => {
  test.each([
    ["NV01", "nv01"],
    ["NV-01", "NV\u201101"],
    ["NV-01", "NV–01"],
    ["Hòa", "Hoà"],
    ["Tổ 1", "Tổ1"],
    ["Tổ “Toán”", '- Tổ "Toán".'],
    ["Đông", "\u00D0ông"],
  ])("in a key: %s and %s, in two files", async (one, other) => {
    const { exit, found } = await compute(plain(""), {
      "s1.csv": `Mã,Điểm\n${one},8\n`,
      "s2.csv": `Mã,Điểm\n${other},9\n`,
    });
    expect([exit, found]).toEqual([1, [`s2.csv:2:1 ${other} ${one}`]]);
  });

  test("in a key behind many that differ in figures alone", async () => {
    const { exit, found } = await compute(plain(""), {
      "s1.csv": "Mã,Điểm\nNV01,8\nNV02,8\nNV03,8\n",
      "s2.csv": "Mã,Điểm\nNV04,9\nnv02,9\nNV05,9\nNv05,9\nnV03,9\n",
    });
    expect([exit, found]).toEqual([1, ["s2.csv:3:1 nv02 NV02", "s2.csv:5:1 Nv05 NV05", "s2.csv:6:1 nV03 NV03"]]);
  });

  test("in a key beside which nothing stands", async () => {
    const { exit, found } = await compute(plain("blank_rows: incomplete\n"), { "s.csv": "Mã,Điểm\nNV01,8\nnv01,\n" });
    expect([exit, found]).toEqual([1, ["s.csv:3:1 nv01 NV01"]]);
  });

  test.each([
    "ranking: { within: [to], by: [total] }",
    "quotas: [{ id: q, band: a, count: 1, within: [to], ties: out, then: c, order: [total] }]",
  ])("in a group of %s", async (rule) => {
    const sheet = "Mã,Tổ,Điểm\n1,Hòa Bình,8\n2,Hoà Bình,9\n3,Hòa Bình,9\n";
    expect((await compute(plain(rule, group()), { "s.csv": sheet })).found).toEqual(["s.csv:3:2 Hoà Bình Hòa Bình"]);
    expect((await compute(plain("", group()), { "s.csv": sheet })).found).toEqual([]);
  });

  test("in a rater, and between the two sides of accept", async () => {
    const ratings =
      "ratings: { by: nguoi, accept: khoi_cham != khoi, otherwise: refuse, level: item, blank: incomplete, combine: mean, at_least: 1 }\n";
    const sheet = "doi,khoi,nguoi,khoi_cham,Điểm\nd1,Khối A,n1,khối A,10\nd1,Khối A,N1,Khối B,6\n";
    expect((await compute(rated(ratings), { "s.csv": sheet })).found.sort()).toEqual([
      "s.csv:2:4 khối A Khối A",
      "s.csv:3:3 N1 n1",
    ]);
  });

  test("in the groups of mean_of and the roles of weights", async () => {
    const sheet = "doi,khoi,nguoi,khoi_cham,Điểm\nd1,x,n1,A,10\nd1,x,n2,a,6\n";
    for (const combine of ["{ mean_of: khoi_cham }", "{ weights: { A: 1 } }, role: khoi_cham, absent: renormalise"]) {
      const ratings = `ratings: { by: nguoi, level: item, blank: incomplete, combine: ${combine}, at_least: 1 }\n`;
      expect((await compute(rated(ratings), { "s.csv": sheet })).found).toEqual(["s.csv:3:4 a A"]);
    }
  });

  const units = `tables:
  don_vi: { key: ten, columns: { ten: { type: text, required: true }, he_so: { type: number, required: true } } }
`;
  test("between a sheet and the table in which it is looked up", async () => {
    const looks = ["don_vi[to].he_so > 1", "don_vi.exists(r, r.ten == to && r.he_so > 1)"];
    for (const when of looks) {
      const rules = `${units}rules: [{ id: x, when: "${when}", set: c }]\n`;
      const files = { "s.csv": "Mã,Tổ,Điểm\n1,Hòa,8\n", "t.csv": "ten,he_so\nHoà,2\n" };
      const { found } = await compute(plain(rules, group()), files, "--table", "don_vi=t.csv");
      expect(found).toEqual(["s.csv:2:2 Hòa Hoà"]);
    }
  });

  test("between a sheet and a decision", async () => {
    const files = {
      "s.csv": "Mã,Điểm\nNV01,8\n",
      "d.csv": "key,period,action,value,reason,authority\nnv01,2026-Q1,not_rated,,x,y\n",
    };
    expect((await compute(plain(""), files, "--decisions", "d.csv")).found).toEqual(["s.csv:2:1 NV01 nv01"]);
  });

  test("and other accents, digits and signs are two things", async () => {
    const { exit, found } = await compute(plain(""), {
      "s.csv": "Mã,Điểm\nHòa,8\nHoa,8\n007,8\n7,8\nNV-01,8\nNV01,8\n",
    });
    expect([exit, found]).toEqual([0, []]);
  });
});

describe("a text without accents beside the same with them", () => {
  const within = "ranking: { within: [to], by: [total] }\n";
  const sheet = (one: string, other: string): string => `Mã,Tổ,Điểm\n1,${one},8\n2,${other},9\n3,Đội 5,9\n`;
  test.each([
    ["Phong Noi vu", "Phòng Nội vụ", 1],
    ["Phòng Nội vụ.", "PHONG NOI VU", 1],
    ["To Toan", "Toán", 1],
    ["Doi 1", "Đội 1", 1],
    ["Dak Lak", "Đắk Lắk", 1],
    ["Hoa", "Hóa", 0],
    ["Tổ Hoa", "Tổ Hóa", 0],
    ["Thôn Nam", "Thôn Năm", 0],
    ["DH 1", "ĐH 1", 0],
    ["A 1", "Â 1", 0],
    ["Phong Nội vụ", "Phòng Nội vụ", 0],
  ])("%s and %s", async (one, other, exit) => {
    for (const match of ["", ", match: fold"]) {
      const found = await compute(plain(within, group(match)), { "s.csv": sheet(one, other) });
      expect([found.exit, found.stderr.includes("D255")]).toEqual([exit, exit === 1]);
      const turned = await compute(plain(within, group(match)), { "s.csv": sheet(other, one) });
      expect(turned.exit).toBe(exit);
    }
    const exact = await compute(plain(within, group(", match: exact")), { "s.csv": sheet(one, other) });
    expect(exact.exit).toBe(0);
    expect((await compute(plain("", group()), { "s.csv": sheet(one, other) })).exit).toBe(0);
  });

  test("in a rater, and not in a name that is a key", async () => {
    const ratings = "ratings: { by: nguoi, level: item, blank: incomplete, combine: mean, at_least: 1 }\n";
    const rows = "doi,khoi,nguoi,khoi_cham,Điểm\nd1,x,Le Van An,A,10\nd1,x,Lê Văn Ân,B,6\n";
    expect((await compute(rated(ratings), { "s.csv": rows })).stderr).toContain("D255");
    const people = { "s.csv": "Mã,Điểm\nLe Van An,8\nLê Văn Ân,9\n" };
    expect((await compute(plain(""), people)).exit).toBe(0);
  });
});

describe("one thing in two wordings", () => {
  const within = "ranking: { within: [to], by: [total] }\n";
  test.each([
    ["Kĩ thuật", "Kỹ thuật", "D256"],
    ["Tổ Kỹ thuật", "Kĩ thuật", "D256"],
    ["Quí Hòa", "Quý Hoà", "D256"],
    ["Lí", "Lý", "D256"],
    ["TH&THCS Hòa Bình", "TH và THCS Hòa Bình", "D256"],
    ["TH & THCS Hòa Bình", "Tiểu học và Trung học cơ sở Hòa Bình", "D256"],
    ["UBND xã", "Ủy ban nhân dân xã", "D256"],
    ["TDP 1", "Tổ dân phố số 1", "D252"],
    ["CB 01", "Chi bộ I", "D252"],
    ["CB1", "CHI BỘ 1", "D252"],
    ["Hóa lí 1", "Hóa lý 1", "D252"],
    ["Thúy", "Thúi", undefined],
    ["Mai", "May", undefined],
    ["Tổ cb", "Tổ chi bộ", undefined],
    ["Ông Ích Khiêm", "Ích Khiêm", undefined],
    ["Kỹ thuật", "Kỳ thuật", undefined],
  ])("in a group: %s and %s", async (one, other, code) => {
    const sheet = (first: string, second: string): string => `Mã,Tổ,Điểm\n1,${first},8\n2,${second},9\n`;
    for (const files of [{ "s.csv": sheet(one, other) }, { "s.csv": sheet(other, one) }]) {
      const { exit, stderr } = await compute(plain(within, group()), files);
      expect([exit, /error (D\d+)/.exec(stderr)?.[1]]).toEqual([code ? 1 : 0, code]);
    }
    const files = { "s.csv": sheet(one, other) };
    expect((await compute(plain(within, group(", match: exact")), files)).exit).toBe(0);
    expect((await compute(plain(within, group(", match: fold")), files)).exit).toBe(code ? 1 : 0);
  });

  const ratings = "ratings: { by: nguoi, level: item, blank: incomplete, combine: mean, at_least: 1 }\n";
  test.each([
    ["Đ/c Lê Văn Nam", "Lê Văn Nam", true],
    ["Đồng chí Ông Lê Văn Nam", "lê văn nam", true],
    ["Đ/c: Lê Văn Nam", "Ông Lê Văn Nam (Bí thư)", true],
    ["Cô. Lê Thị Hoa", "Lê Thị Hoa", true],
    ["An Văn A - Phó Bí thư", "An Văn A", true],
    ["An Văn A (BT)", "An Văn A, Trưởng thôn", true],
    ["Mrs Lan Anh", "Lan Anh", true],
    ["Anh Thư", "Thư", false],
    ["Lê Văn Nam (A)", "Lê Văn Nam (B)", false],
    ["Lê Văn Nam (Tổ 1)", "Lê Văn Nam", false],
    ["Anhson Le", "On Le", false],
  ])("in a rater: %s and %s", async (one, other, isAsked) => {
    const rows = `doi,khoi,nguoi,khoi_cham,Điểm\nd1,x,"${one}",A,10\nd1,x,"${other}",B,6\n`;
    expect((await compute(rated(ratings), { "s.csv": rows })).stderr.includes("D256")).toBe(isAsked);
    expect((await compute(rated(ratings, ", match: exact"), { "s.csv": rows })).exit).toBe(0);
  });
});

describe("match", () => {
  const sheet = "Mã,Tổ,Điểm\n1,tổ 1,8\n2,Tổ 1,9\n3,Tổ 1,7\n4,Tổ  2,7\n";
  const within = "ranking: { within: [to], by: [total] }\n";

  test("exact: they are two", async () => {
    const { found, rows } = await compute(plain(within, group(", match: exact")), { "s.csv": sheet });
    expect([found, rows.map((row) => row.split(",").slice(0, 3).join())]).toEqual([
      [],
      ["1,2,Tổ 1", "2,3,Tổ 1", "1,4,Tổ 2", "1,1,tổ 1"],
    ]);
  });

  test("fold: they are one, printed as it stands most often, then by code point", async () => {
    const { found, rows } = await compute(plain(within, group(", match: fold")), { "s.csv": sheet });
    expect([found, rows.map((row) => row.split(",").slice(0, 3).join())]).toEqual([
      [],
      ["1,2,Tổ 1", "2,1,Tổ 1", "3,3,Tổ 1", "1,4,Tổ 2"],
    ]);
    const even = await compute(plain(within, group(", match: fold")), { "s.csv": "Mã,Tổ,Điểm\n1,b,8\n2,B,9\n" });
    expect(even.rows.map((row) => row.split(",")[2])).toEqual(["B", "B"]);
  });

  test("fold of a key joins the rows of one person, over files and decisions", async () => {
    const rubric = plain("").replace("header: Mã", "header: Mã, match: fold");
    const doubled = await compute(rubric, { "s1.csv": "Mã,Điểm\nnv1,8\n", "s2.csv": "Mã,Điểm\nNV1,9\n" });
    expect(doubled.stderr).toContain("A201");
    const files = {
      "s.csv": "Mã,Điểm\nNV1,8\n",
      "d.csv": "key,period,action,value,reason,authority\nnv1,2026-Q1,not_rated,,x,y\n",
    };
    const { rows } = await compute(rubric, files, "--decisions", "d.csv");
    expect(rows).toEqual([expect.stringContaining("NV1,8,8,,,not_rated")]);
  });

  test("fold of raters and groups: a guard cannot be got round by a letter", async () => {
    const ratings =
      "ratings: { by: nguoi, accept: khoi_cham != khoi, otherwise: refuse, level: item, blank: incomplete, combine: mean, at_least: 1 }\n";
    const text = "doi,khoi,nguoi,khoi_cham,Điểm\nd1,Khối A,n1,khối a,10\nd1,Khối A,n2,Khối B,6\n";
    expect((await compute(rated(ratings, ", match: fold"), { "s.csv": text })).stderr).toContain("A303");
  });

  test("fold of a column by which a table is looked up", async () => {
    const rules = `tables:
  don_vi: { key: ten, columns: { ten: { type: text, required: true }, he_so: { type: number, required: true } } }
rules: [{ id: x, when: "don_vi[to].he_so > 1", set: c }]
`;
    const files = { "s.csv": "Mã,Tổ,Điểm\n1,Hòa,9\n", "t.csv": "ten,he_so\nHOÀ,2\n" };
    const { rows, found } = await compute(plain(rules, group(", match: fold")), files, "--table", "don_vi=t.csv");
    expect([found, rows]).toEqual([[], [expect.stringContaining("1,1,Hòa,9,9,c")]]);
  });
});
