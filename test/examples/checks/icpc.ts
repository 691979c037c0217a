import { most, plus, times } from "../exact.ts";
import type { Check, Row } from "../expectation.ts";
import { rankOf } from "../standing.ts";

/** Two teams are first, so that nobody is second. */
const MEDALS = new Map([
  ["Tây Nguyên", "vang"],
  ["Đồng Nai", "vang"],
  ["Hồng Hà", "dong"],
  ["Sông Hương", "khuyen_khich"],
]);

function standing(row: Row) {
  const problems = ["A", "B", "C"].map((problem) => ({
    minute: row(`Bài ${problem} giải được ở phút`) || 0,
    rejected: row(`Bài ${problem} số lần nộp sai`) || 0,
  }));
  const solved = problems.filter(({ minute }) => Number(minute) > 0);
  return {
    team: row("Đội"),
    solved: solved.length,
    penalty: plus(...solved.map(({ minute, rejected }) => plus(minute, times(20, rejected)))),
    last: most(0, ...solved.map(({ minute }) => minute)),
  };
}

const check: Check = (sheet) => {
  const teams = sheet("2026.csv").map(standing);
  return teams.map((one) => ({
    of: "2026.csv",
    who: { doi: one.team },
    is: {
      total: one.solved,
      phat: one.penalty,
      bai_cuoi: one.last,
      awards: MEDALS.get(one.team) ?? "",
      rank: rankOf(
        one,
        teams,
        () => "",
        ({ solved, penalty, last }) => [solved, times(-1, penalty), times(-1, last)],
      ),
    },
  }));
};
export default check;
