import type { Block } from "../../document/block.ts";
import type { ColumnOf } from "../../document/table.ts";
import { number, rowsOf, table, text } from "../../document/table.ts";
import { sameValue } from "../../model/column.ts";
import type { Plan } from "../../model/plan.ts";
import type { PeriodReport, Report, Result } from "../../model/report.ts";
import { stageAt } from "../../model/stages.ts";
import { periodWords } from "../../period/spoken-period.ts";
import { phrase } from "../../text/phrase.ts";
import { identity } from "../columns.ts";
import type { Field } from "../fields.ts";
import { columnField } from "../fields.ts";
import { heads, states } from "../words.ts";

/** Somebody whose class is another one than in the period before. */
interface Move {
  readonly before: Result;
  readonly now: Result;
}

/** The last period of the same kind that was computed. */
function periodBefore({ periods }: Report, period: PeriodReport): PeriodReport | undefined {
  const same = periods.filter(({ stage }) => stage === period.stage);
  return same[same.indexOf(period) - 1];
}

/** How many places somebody went up (above 0) or down since the period before, within the same group of the ranking. */
export function rankMoves(report: Report, period: PeriodReport): Field[] {
  const { plan } = report;
  const before = periodBefore(report, period);
  if (!before) return [];
  const { within } = stageAt(plan, period).ranking;
  const former = new Map(Array.from(before.results, (result) => [result.key, result]));
  const head = phrase("Places since {period}", { period: periodWords(before.period) });
  return [
    {
      id: "rank_move",
      head: head[plan.language],
      type: { kind: "number", signed: true },
      cell({ key, rank, columns }) {
        const then = former.get(key);
        if (rank === undefined || then?.rank === undefined) return undefined;
        return within.every((at) => sameValue(then.columns[at], columns[at])) ? then.rank - rank : undefined;
      },
      from: { kind: "result" },
    },
  ];
}

/** Who holds another band, or none any more, than in the period before. */
export function moves(report: Report, period: PeriodReport): Block[] {
  const { plan } = report;
  const { language } = plan;
  const before = periodBefore(report, period);
  if (!before) return [];
  const former = new Map(Array.from(before.results, (result) => [result.key, result]));
  const moved = Array.from(period.results).flatMap((now): Move[] => {
    const then = former.get(now.key);
    return then && (then.band !== now.band || then.state !== now.state) ? [{ before: then, now }] : [];
  });
  if (moved.length === 0) return [];
  const title = phrase("Another class than in {period}", { period: periodWords(before.period) });
  const columns = moveColumns(plan, before, period);
  return [{ kind: "heading", level: 2, text: title[language] }, table(columns, rowsOf(columns, moved))];
}

function moveColumns(plan: Plan, before: PeriodReport, now: PeriodReport): ColumnOf<Move>[] {
  const { language } = plan;
  const people = identity(plan).map((at): ColumnOf<Move> => {
    const { cell, ...column } = columnField(plan, at, "titles");
    return { ...column, cell: (move) => cell(move.now) };
  });
  const side = (which: keyof Move, of: PeriodReport): ColumnOf<Move>[] => {
    const { bands } = stageAt(plan, of);
    const when = periodWords(of.period)[language];
    return [
      {
        id: `${which}_band`,
        head: `${heads.band_title[language]}, ${when}`,
        type: text,
        cell: (move) => classOf(move[which]),
      },
      { id: `${which}_rank`, head: `${heads.rank[language]}, ${when}`, type: number, cell: (move) => move[which].rank },
    ];
    function classOf({ state, band }: Result): string {
      return (band === undefined ? undefined : bands[band]?.title[language]) ?? states[state][language];
    }
  };
  return [...people, ...side("before", before), ...side("now", now)];
}
