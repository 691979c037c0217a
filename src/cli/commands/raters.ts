import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { createDiagnostics } from "../../diagnostics/diagnostic.ts";
import { findings, only } from "../../diagnostics/findings.ts";
import { createWitness } from "../../engine/explain/witness.ts";
import type { Result } from "../../engine/report.ts";
import { toDouble } from "../../number/decimal.ts";
import { divide } from "../../number/exact.ts";
import { csvCell } from "../../output/csv.ts";
import { containing } from "../../period/calendar.ts";
import { parsePeriod } from "../../period/parse-period.ts";
import type { Inputs } from "../../pipeline.ts";
import type { Analysis } from "../../raters/analyse.ts";
import { analyse } from "../../raters/analyse.ts";
import { createCollector } from "../../raters/collect.ts";
import type { Official } from "../../raters/fair.ts";
import { sectionsOf } from "../../raters/sections.ts";
import { csvHead, csvRows, jsonText, markdownLines, textLines } from "../../raters/views.ts";
import type { Plan, Units } from "../../rubric/4-plan/plan.ts";
import type { Source } from "../../text/source.ts";
import { computeGiven, wantedPeriod } from "../computing.ts";
import type { Session } from "../session.ts";
import { exit } from "../session.ts";
import { showFindings } from "../show.ts";
import { writeLines } from "../write-lines.ts";

/** Reports on those who score: who scored whom, how severe they are and how far they agree. It changes no result. */
export async function run(session: Session): Promise<number> {
  const { io, flags, operands } = session;
  const [rubricName = "", ...sheetNames] = operands;
  const diagnostics = createDiagnostics();
  if (flags.format && flags.format.length > 1) diagnostics.report("C123", { formats: flags.format.join(", ") });
  let collector: ReturnType<typeof createCollector> | undefined;
  const listen: NonNullable<Inputs["witness"]> = (plan, given) => {
    const witness = createWitness(given, () => false);
    const collecting = createCollector(plan);
    collector = collecting;
    return { ...witness, hooks: { ...witness.hooks, onRating: seenBy(plan, flags.period, collecting.add) } };
  };
  const outcome = await computeGiven(rubricName, sheetNames, session, diagnostics, listen);
  if (outcome.kind === "stopped") return end(outcome.exit, outcome.sources);

  const { computed, basis, failed } = outcome;
  const { plan, witness } = computed;
  if (!plan.ratings) diagnostics.report("C160", {});
  const collected = collector?.finish();
  if (plan.ratings && collected?.ratings.length === 0) reportNothing(flags.period, diagnostics);
  if (!plan.ratings || !collected || collected.ratings.length === 0) return end(exit.failed, [basis.rubric]);
  const officials = [...(witness?.periods.values() ?? [])].flatMap(({ report }) =>
    report.stage === 0 ? report.results.flatMap((result) => officialOf(plan, report.period, result)) : [],
  );
  // The absent ratings are listed below, one by one.
  const told = only(findings(diagnostics), ({ code }) => code !== "A306");
  await showFindings(session, io.stderr, told, [basis.rubric]);
  await writeLines(io.stdout, linesOf(analyse(collected, officials, plan.ratings.expectAll), session));
  return failed ? exit.failed : exit.fine;

  async function end(code: number, sources: readonly Source[]): Promise<number> {
    await showFindings(session, io.stderr, findings(diagnostics), sources);
    return code;
  }
}

type Listener = NonNullable<ReturnType<NonNullable<Inputs["witness"]>>["hooks"]["onRating"]>;

/** Passes on the ratings of the period asked for, or of the periods inside it. */
function seenBy(plan: Plan, wanted: string | undefined, add: ReturnType<typeof createCollector>["add"]): Listener {
  const asked = wantedPeriod(wanted, createDiagnostics());
  const within = asked === undefined ? undefined : parsePeriod(asked);
  return ({ row, rater, isAccepted, total }) => {
    const period = parsePeriod(row.period);
    if (within && period && row.period !== within.name && containing(period, within.kind)?.name !== within.name) return;
    const score = total === undefined ? undefined : pointsOf(plan, total);
    add({ period: row.period, subject: row.key, rater, columns: row.columns, isAccepted, score });
  };
}

const pointsOf = (plan: Plan, units: Units): number => toDouble(divide(units, plan.scale));

function officialOf(plan: Plan, period: string, { key, total, rank, columns }: Result): Official[] {
  if (total === undefined || rank === undefined) return [];
  const group = plan.stage.ranking.within.map((column) => String(columns[column])).join("\u001F");
  return [{ period, subject: key, group, total: pointsOf(plan, total), rank }];
}

function reportNothing(wanted: string | undefined, diagnostics: Diagnostics): void {
  const of = wanted === undefined ? { en: "", vi: "" } : { en: ` in ${wanted}`, vi: ` trong kỳ ${wanted}` };
  diagnostics.report("C161", { of });
}

function* linesOf(analysis: Analysis, { flags, language }: Session): Generator<string> {
  switch (flags.format?.[0]) {
    case "csv": {
      yield `${csvHead.join(",")}\n`;
      for (const row of csvRows(analysis)) {
        yield `${row.map((text, at) => csvCell(text, at === 6 ? "number" : "text", ",")).join(",")}\n`;
      }
      return;
    }
    case "json":
      yield jsonText(analysis);
      return;
    case "md":
      yield* markdownLines(sectionsOf(analysis), language);
      return;
    default:
      yield* textLines(sectionsOf(analysis), language);
  }
}
