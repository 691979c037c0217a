import { mean, over, plus } from "../exact.ts";
import type { Check, Row } from "../expectation.ts";

/** The groups of each part, by their number of criteria. */
const PARTS = new Map([
  ["A", [6, 5, 2, 6]],
  ["B", [3, 3, 4, 4]],
  ["C", [2, 2, 2, 6, 5, 3, 5, 2, 6, 2]],
  ["D", [3, 5, 3]],
  ["E", [3, 1]],
]);
/** What five hospitals published. */
const PUBLISHED = new Map([
  ["TT17", "3.6"],
  ["TT16", "3.04"],
  ["BND", "4.31"],
  ["MAT", "3.74"],
  ["QO", "3.56"],
]);

const criteria = [...PARTS].flatMap(([part, groups]) =>
  groups.flatMap((count, group) =>
    Array.from({ length: count }, (_, at) => ({
      part,
      group: `${part}${group + 1}`,
      id: `${part}${group + 1}.${at + 1}`,
    })),
  ),
);
const isDouble = (group: string) => group === "C3" || group === "C5";

function figures(row: Row) {
  const applying = criteria.filter(({ id }) => row(id) !== "KAD");
  const weighted = applying.flatMap(({ id, group }) => (isDouble(group) ? [row(id), row(id)] : [row(id)]));
  const counts = [1, 2, 3, 4, 5].map((level) => [
    `muc_${level}`,
    applying.filter(({ id }) => row(id) === `${level}`).length,
  ]);
  return { TB: over(plus(...weighted), weighted.length), ...Object.fromEntries(counts) };
}

/** The mean of a part, of the criteria that apply. */
function partMean(row: Row, part: string) {
  const own = criteria.filter((one) => one.part === part && row(one.id) !== "KAD");
  const levels = own.flatMap(({ id, group }) => (isDouble(group) ? [row(id), row(id)] : [row(id)]));
  return levels.length === 0 ? "" : mean(levels);
}

const check: Check = (sheet) =>
  sheet("2022.csv").map((row) => ({
    of: "2022.csv",
    who: { ma: row("Mã") },
    is: {
      total: PUBLISHED.get(row("Mã")) ?? "",
      ...figures(row),
      ...Object.fromEntries([...PARTS.keys()].map((part) => [part, partMean(row, part)])),
    },
  }));
export default check;
