import type { Draw } from "./draw.ts";
import type { PlainCase } from "./plain.ts";

const months = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, "0"));

/** Rubrics of months, of which quarters are made and of these a year, with a sheet in which some people lack some months. */
export function plainYear(draw: Draw): PlainCase {
  const [asks, hasCases] = [draw.rarely(3), draw.rarely(3)];
  const rubric = `schema: 1
id: thu
version: "1"
title: Thử
language: en
subject: { key: ma, name: ten }
period: month
decimals: ${draw.one([0, 1, 2])}
missing: ${draw.one(["incomplete", "zero"])}
blank_rows: ${draw.one(["incomplete", "skip"])}
columns:
  khoi: { type: text, required: true }
  co: { type: flag, default: false }
  so: { type: number, default: 0, min: 0, max: 9 }
areas:
  - { id: A, max: 10, min: none, items: [{ id: M1, max: 4 }, { id: M2, levels: { tot: 3, kha: 2, yeu: 0 } }, { id: M3, max: 3, min: -1 }] }
  - { id: B, max: 5${hasCases ? ", when: '!co'" : ""} }${hasCases ? "\n  - { id: D, max: 5, when: co }" : ""}
  - { id: C, ${draw.one(["ratio: { max: 5, cap: 100%, unit: percent }", "max: 5"])} }
total: { max: 20, clamp: ${draw.rarely(2)}${draw.rarely(3) ? ", round: { to: 0.5, mode: half_up }" : ""} }
bands: [{ id: xs, title: Xuất sắc, from: 15 }, { id: tot, title: Tốt, from: 9 }, { id: kem, title: Kém }]
${asks ? "rules: [{ id: nghi, when: so >= 8, not_rated: nghỉ }, { id: it, when: M1 == 0, at_most: tot }]\n" : ""}${quotas(draw)}
${ranking(draw, ["total", "band, total", "unclamped, A"])}
rollups:
${rollup(draw, "quarter", "month", months)}
${rollup(draw, "year", "quarter", ["Q1", "Q2"], "\n    parts: 2")}`;
  return { rubric, sheets: [sheetOf(draw, hasCases)] };
}

function rollup(draw: Draw, period: string, of: string, named: readonly string[], parts = ""): string {
  const weights = named.map((part) => `"${part}": ${draw.one(["1", "2", "20%", "0.5"])}`).join(", ");
  const ways = ["mean", "mean", "sum", `{ weights: { ${weights} } }`, "last", "best"];
  const missing = (): string => draw.one(["skip", "skip", "zero", "block"]);
  const total = draw.one([
    "",
    "",
    "\n    total: { round: { to: 0.01, mode: half_up } }",
    "\n    total: { max: 20, clamp: true }",
    "\n    total: { max: 18, clamp: true, round: { to: 0.1, mode: down } }",
  ]);
  const rules = draw.rarely(3)
    ? `\n    rules: [{ id: r, when: '${draw.one(['periods.exists(p, p.band == "kem")', "size(periods) > 1", "latest.so > 5"])}', ${draw.one(["at_most: tot", "not_rated: nghỉ"])} }]`
    : "";
  const award = draw.rarely(4)
    ? `\n    awards: [{ id: co_dau, title: Cờ, top: 1, within: [khoi], ties: ${draw.one(["all", "open"])} }]`
    : "";
  return `  - period: ${period}
    of: ${of}${parts}
    score: ${draw.one(ways)}
    missing: { not_rated: ${missing()}, absent: ${missing()} }
    at_least: ${draw.int(1, 2)}
    attributes: ${draw.one(["latest", "first", `"${named[1]}"`])}${total}
    bands: [{ id: xs, title: Xuất sắc, from: 14 }, { id: tot, title: Tốt, from: 8 }, { id: kem, title: Kém }]${rules}${award}
    ${quotas(draw)}
    ${ranking(draw, ["total", "band, total", "total, so"])}
`;
}

const ranking = (draw: Draw, by: readonly string[]): string =>
  `ranking: { within: ${draw.one(["[]", "[khoi]", "[khoi, co]"])}, by: [${draw.one(by)}], number: ${draw.one(["standard", "dense"])} }`;

const quotas = (draw: Draw): string =>
  draw.rarely(2)
    ? `quotas: [{ id: q, band: xs, ${draw.one(["share: 40%, of: rated, basis: before, round: down", "count: 1"])}, within: ${draw.one(["[]", "[khoi]"])}, ties: ${draw.one(["out", "in", "open"])}, then: tot, order: [total] }]`
    : "";

function sheetOf(draw: Draw, hasCases: boolean): string {
  const people = draw.list(1, 9, (at) => `NV${at}`);
  const lacks = draw.one([0, 0, 9]);
  const oddness = draw.one([0, 40]);
  const isOdd = (): boolean => oddness > 0 && draw.rarely(oddness);
  const lines = months.slice(0, 6).flatMap((month) =>
    people.flatMap((key, at) => {
      // Nobody lacks the first month, and somebody none: each period is there.
      if (at > 0 && lacks > 0 && draw.rarely(lacks)) return [];
      const flag = draw.one(["x", "", "không"]);
      const cells = [
        draw.one(["0", "1", "4", isOdd() ? "" : "3"]),
        draw.one(["tot", "kha", "yeu"]),
        draw.one(["-1", "2", isOdd() ? "9" : "3"]),
        hasCases && flag === "x" ? "" : draw.one(["5", "3", "0"]),
        draw.one(["1", "2", "5"]),
        ...(hasCases ? [flag === "x" ? draw.one(["1", "2"]) : ""] : []),
      ];
      return [
        `${key},Tên ${key},${draw.one(["K1", "K1", "K2"])},${flag},${draw.int(0, 9)},2026-${month},${cells.join(",")}`,
      ];
    }),
  );
  return `ma,ten,khoi,co,so,period,M1,M2,M3,B,C${hasCases ? ",D" : ""}\n${lines.join("\n")}\n`;
}
