import type { Draw } from "./draw.ts";

/** An item of a plain rubric, and the cells that it takes. */
interface PlainItem {
  readonly id: string;
  readonly text: string;
  readonly cells: readonly string[];
}

/** A rubric, and a sheet for it as people keep them. */
export interface PlainCase {
  readonly rubric: string;
  readonly sheets: readonly string[];
}

/** Rubrics whose rows may be kept as columns, with sheets in which some rows, cells and keys are odd. */
export function plainCase(draw: Draw): PlainCase {
  const items = draw.list(1, 5, (index) => itemOf(draw, `M${index + 1}`));
  const max = (some: readonly PlainItem[]): number => some.reduce((sum, { text }) => sum + maxOf(text), 0);
  const cut = draw.int(0, items.length - 1);
  const [inside, beside] = [items.slice(0, cut + 1), items.slice(cut + 1)];
  const bonus = draw.rarely(3) ? "\n      - { id: THUONG, max: 5, bonus: true }" : "";
  const least = draw.one(["0", "none", "-1"]);
  const area = `  - id: A\n    max: ${max(inside)}\n    min: ${least}\n    items:\n${inside.map(({ text }) => `      - ${text}`).join("\n")}${bonus}`;
  const hasCases = draw.rarely(3);
  const isTwofold = draw.rarely(4);
  const isCompared = draw.rarely(4);
  const total = max(items) + (hasCases ? 4 : 0);
  const clamp = draw.rarely(2);
  const rubric = `schema: 1
id: thu
version: "1"
title: Thử
language: ${draw.one(["vi", "en"])}
subject: { key: ${isTwofold ? "[khoi, ma]" : "ma"}, name: ten }
parameters: { bac_hai: { value: ${Math.floor(total * 0.3)}, min: 0, max: 100 } }
period: quarter
decimals: ${draw.one([0, 1, 2])}
missing: ${draw.one(["incomplete", "zero", "full", "skip_area", "skip_total"])}
blank_rows: ${draw.one(["incomplete", "skip", "score"])}
codes: { KPS: ${draw.one(["skip_total", "skip_area", "zero", "full"])} }
columns:
  khoi: { type: text, ${draw.one(["required: true", isTwofold ? "required: true" : 'default: "chung"'])} }
  nhom: { type: choice, values: [mot, hai], labels: { mot: Một, hai: Hai }, default: mot }
  ngay: { type: date, default: 2026-01-01 }
  co: { type: flag, default: false }${isCompared ? "\n  tong: { type: number, compare: total }" : ""}
areas:
${area}
${[...beside.map(({ text }) => text), ...(hasCases ? cases : [])].map((text) => `  - ${text}`).join("\n")}
total: { max: ${total}, clamp: ${clamp}${draw.rarely(3) ? ", round: { to: 1, mode: half_up }" : ""} }
bands:
  - { id: xs, title: Xuất sắc, from: ${Math.ceil(total * 0.6)}${requirement(draw)} }
  - { id: tot, title: Tốt, from: $bac_hai${requirement(draw)} }
  - { id: kem, title: Kém }
${rules(draw)}
${quotas(draw)}
ranking: { within: ${draw.one(["[]", "[khoi]", "[khoi, nhom]", "[ngay]"])}, by: [${draw.one(["total", "band, total", "unclamped, A", "-total, unclamped", "total, unclamped, M1"])}], number: ${draw.one(["standard", "dense"])} }
${honours(draw)}
${rollups(draw)}`;
  const further = [...(hasCases ? ["N1", "N2"] : []), ...(isCompared ? ["tong"] : [])];
  return {
    rubric,
    sheets: draw.list(1, 2, () => sheetOf(draw, items, [...(bonus === "" ? [] : ["THUONG"]), ...further])),
  };
}

/** One of two items for each, by a flag. */
const cases = ["{ id: N1, max: 4, when: co }", '{ id: N2, yes: 4, when: "!co" }'];

function honours(draw: Draw): string {
  const when = draw.rarely(2) ? `, when: '${draw.one(asked)}'` : "";
  const size = draw.one(["top: 1", "from: 2, top: 2", "share: 30%, of: rated, round: up"]);
  const within = draw.one(["[]", "[khoi]", "[nhom]"]);
  const award = `awards:\n  - { id: co_dau, title: Cờ, ${size}, within: ${within}, ties: ${draw.one(["all", "none", "open"])}${when} }`;
  const alert = `alerts:\n  - { id: nhac, title: Nhắc, when: '${draw.one(asked)}' }`;
  return [...(draw.rarely(3) ? [award] : []), ...(draw.rarely(3) ? [alert] : [])].join("\n");
}

function itemOf(draw: Draw, id: string): PlainItem {
  const whole = ["0", "1", "2", "3", "4"];
  switch (draw.int(0, 4)) {
    case 1:
      return { id, text: `{ id: ${id}, levels: { tot: 4, kha: 2, yeu: 0 } }`, cells: ["tot", "kha", "yeu", "TỐT"] };
    case 2:
      return { id, text: `{ id: ${id}, yes: 4 }`, cells: ["x", "có", "không", "1", "0"] };
    case 3:
      return { id, text: `{ id: ${id}, count: { base: 4, each: -1, min: 0 } }`, cells: [...whole, "7"] };
    case 4:
      return { id, text: `{ id: ${id}, max: 4, min: -2 }`, cells: [...whole, "-1", "−2", "004"] };
    default: {
      const decimals = draw.one([
        ["0.5", "3.50", "1.5"],
        ["0,5", "3,50", "1,5"],
        ["2.5", "1,5"],
      ]);
      return { id, text: `{ id: ${id}, max: 4, step: 0.5 }`, cells: [...whole, ...decimals] };
    }
  }
}

const maxOf = (_: string): number => 4;

/** What a rule or a requirement asks of a row: its cells, scores, columns and total, of which some may be missing. */
const asked = ["A >= 2", "total > 1", "co", 'nhom == "hai"', "unclamped - A < 2", 'khoi != "K1"', "full.A > 2"];

function requirement(draw: Draw): string {
  return draw.rarely(3) ? `, require: [${draw.one(asked)}], otherwise: ${draw.one(["next", "incomplete"])}` : "";
}

function rules(draw: Draw): string {
  if (!draw.rarely(2)) return "";
  const effects = ["set: kem", "at_most: tot", "at_least: tot", "not_rated: nghỉ dài ngày"];
  const some = draw.list(1, 2, (at) => `  - { id: r${at}, when: '${draw.one(asked)}', ${draw.one(effects)} }`);
  return `rules:\n${some.join("\n")}`;
}

/** A year of the quarters that the sheets may have. */
function rollups(draw: Draw): string {
  if (!draw.rarely(3)) return "";
  return `rollups:
  - period: year
    of: quarter
    parts: [Q1, Q2]
    score: ${draw.one(["mean", "last", "best"])}
    missing: { not_rated: ${draw.one(["skip", "zero"])}, absent: ${draw.one(["skip", "block"])} }
    bands: [{ id: tot, title: Tốt, from: 6 }, { id: kem, title: Kém }]
    rules: [{ id: ry, when: '${draw.one(['periods.exists(p, p.band == "kem")', "size(periods) > 1", "average < 5"])}', at_most: kem }]
    ranking: { within: ${draw.one(["[]", "[khoi]"])}, by: [total], number: standard }
`;
}

function quotas(draw: Draw): string {
  const quota = (id: string, band: string, then: string): string =>
    `  - { id: ${id}, band: ${band}, ${draw.one(["share: 50%, of: rated, basis: before, round: down", "share: 40%, of: [tot], basis: after, round: up", "count: 1"])}, within: ${draw.one(["[]", "[khoi]", "[nhom]"])}, ties: ${draw.one(["out", "in", "open"])}, then: ${then}, order: [${draw.one(["total", "unclamped", "A, total"])}] }`;
  const some = [quota("q1", "xs", "tot"), quota("q2", "tot", "kem")].slice(0, draw.int(0, 2));
  return some.length === 0 ? "" : `quotas:\n${some.join("\n")}`;
}

function sheetOf(draw: Draw, items: readonly PlainItem[], further: readonly string[]): string {
  // Of some sheets nothing is odd, of others a little or much.
  const oddness = draw.one([0, 0, 1, 4]);
  const isOdd = (times: number): boolean => oddness > 0 && draw.rarely(Math.ceil(times / oddness));
  const delimiter = draw.one([",", ";", "\t"]);
  const lineEnd = draw.one(["\n", "\r\n", "\n", "\r"]);
  const ids = [...items.map(({ id }) => id), ...further];
  // Some sheets say above the table what they cover.
  const title = draw.rarely(4) ? [["Kết quả quý 1 năm 2026"]] : [];
  const period = title.length > 0 ? [] : ["period"];
  const columns = ["ma", "ten", "khoi", ...(draw.rarely(3) ? [] : ["nhom", "ngay", "co"]), ...period, ...ids];
  const cell = (text: string): string =>
    new RegExp(`["${delimiter}]|^ | $`).test(text) || draw.rarely(30) ? `"${text.replaceAll('"', '""')}"` : text;
  const people = draw.list(0, 12, (index) => keyOf(draw, index, isOdd(60)));
  const periods = title.length > 0 ? [""] : draw.one([["2026-Q1"], ["2026-Q1", "Quý 2 năm 2026"], ["2026-Q2"]]);
  const lines = periods.flatMap((period) =>
    people.flatMap((key): string[][] => {
      if (isOdd(100)) return [oddLine(draw, columns)];
      const flag = columns.includes("co") ? draw.one(["x", "", "không"]) : "";
      const line = columns.map((column) => {
        const item = items.find(({ id }) => id === column);
        if (isOdd(160)) return draw.one(["", "#N/A", "9,999", "1.234", "KPS", "x y", " 2", "99", "4.125"]);
        if (item) return isOdd(50) ? draw.one(["", "KPS", "kps"]) : draw.one(item.cells);
        if (column === "co") return flag;
        if (column === "N1" || column === "N2") return applies(column, flag) !== isOdd(40) ? draw.one(["0", "1"]) : "";
        return attribute(draw, column, key, period, isOdd(20));
      });
      const extra = isOdd(120) ? [...line, ""] : isOdd(160) ? line.slice(0, -1) : line;
      return isOdd(160) ? [extra, extra] : [extra];
    }),
  );
  return `${[...title, columns, ...lines].map((line) => line.map(cell).join(delimiter)).join(lineEnd)}${draw.one([lineEnd, ""])}`;
}

const applies = (item: "N1" | "N2", flag: string): boolean => (flag === "x") === (item === "N1");

const keyOf = (draw: Draw, index: number, isOdd: boolean): string =>
  isOdd ? draw.one(["007", "7", "nv1", "NV 1", "Đ1", "Ð1", "1.0", "Tổng cộng", "ma", "1E5"]) : `NV${index}`;

function attribute(draw: Draw, column: string, key: string, period: string, isOdd: boolean): string {
  switch (column) {
    case "ma":
      return key;
    case "ten":
      return draw.one(["Nguyễn Thị Én", "Trần  An", "=1+1", "'-2", 'Lê "Tèo" B', "Vắng", "dòng\nhai", "O'Neil", "ê"]);
    case "khoi":
      return draw.one(isOdd ? ["k1", "", "10/2026", "#REF!"] : ["K1", "K2", "Khối  3"]);
    case "nhom":
      return draw.one(["mot", "hai", "Một", ""]);
    case "ngay":
      return draw.one(["2026-03-31", "31/03/2026", ""]);
    case "period":
      return isOdd ? draw.one(["2026", "", "2026-Q1"]) : period;
    default:
      return draw.one(["1", "2", ""]);
  }
}

/** A row that is nobody's, or perhaps somebody's. */
function oddLine(draw: Draw, columns: readonly string[]): string[] {
  switch (draw.int(0, 4)) {
    case 1:
      return ["", "Tổng cộng", "", "12"];
    case 2:
      return [...columns];
    case 3:
      return ["", "", "Chi bộ 2"];
    case 4:
      return ["NV99"];
    default:
      return [""];
  }
}
