import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { createDiagnostics } from "../../diagnostics/diagnostic.ts";
import { findings } from "../../diagnostics/findings.ts";
import { csvLines } from "../../document/csv.ts";
import { createWitness } from "../../engine/explain/witness.ts";
import { writeLines } from "../../files/write-lines.ts";
import type { Plan } from "../../model/plan.ts";
import { containing } from "../../period/calendar.ts";
import { parsePeriod } from "../../period/parse-period.ts";
import type { Inputs } from "../../pipeline.ts";
import type { Analysis } from "../../raters/analyse.ts";
import { analyse } from "../../raters/analyse.ts";
import { createCollector } from "../../raters/collect.ts";
import { analysisDocument } from "../../raters/document.ts";
import { jsonText } from "../../raters/json.ts";
import { ratingsTable } from "../../raters/ratings-table.ts";
import type { Source } from "../../text/source.ts";
import { computeGiven, wantedPeriod } from "../computing.ts";
import { officialRanks, pointsOf } from "../official-ranks.ts";
import { printDocument } from "../print-document.ts";
import type { Session } from "../session.ts";
import { exit } from "../session.ts";
import { showFindings } from "../show.ts";

/** Reports on those who score: who scored whom, how severe they are and how far they agree. It changes no result. */
export async function run(session: Session): Promise<number> {
  const { io, flags, operands } = session;
  const [rubricName = "", ...sheetNames] = operands;
  const diagnostics = createDiagnostics();
  if (flags.format && flags.format.length > 1) diagnostics.report("C123", { formats: flags.format.join(", ") });
  const isAsked = askedFor(flags.period);
  let collector: ReturnType<typeof createCollector> | undefined;
  const listen: NonNullable<Inputs["witness"]> = (plan, given) => {
    const witness = createWitness(given, () => false);
    const collecting = createCollector(plan);
    collector = collecting;
    return { ...witness, hooks: { ...witness.hooks, onRating: seenBy(plan, isAsked, collecting.add) } };
  };
  const outcome = await computeGiven(rubricName, sheetNames, session, diagnostics, listen);
  if (outcome.kind === "stopped") return end(outcome.exit, outcome.sources);

  const { computed, basis, failed } = outcome;
  const { plan, witness } = computed;
  if (!plan.ratings) diagnostics.report("C160", {});
  const reports = [...(witness?.periods.values() ?? [])].map(({ report }) => report).filter(({ stage }) => stage === 0);
  // A subject of a wide sheet may be there without any rating.
  for (const { period, columns, key } of reports.flatMap(({ results }) => results.flatMap(({ rows }) => rows))) {
    if (plan.ratings && isAsked(period)) collector?.meet({ period, columns, subject: key });
  }
  const collected = collector?.finish();
  if (plan.ratings && collected?.ratings.length === 0) reportNothing(flags.period, diagnostics);
  if (!plan.ratings || !collected || collected.ratings.length === 0) return end(exit.failed, [basis.rubric]);
  await showFindings(session, io.stderr, findings(diagnostics), [basis.rubric]);
  const { expectAll, combine } = plan.ratings;
  const analysis = analyse(collected, { expectAll, combine: combine.kind, ...officialRanks(plan, reports) });
  await print(analysis, session);
  return failed ? exit.failed : exit.fine;

  async function end(code: number, sources: readonly Source[]): Promise<number> {
    await showFindings(session, io.stderr, findings(diagnostics), sources);
    return code;
  }
}

type Listener = NonNullable<ReturnType<NonNullable<Inputs["witness"]>>["hooks"]["onRating"]>;

/** Whether a period is the one asked for, or inside it. */
function askedFor(wanted: string | undefined): (period: string) => boolean {
  const asked = wantedPeriod(wanted, createDiagnostics());
  const within = asked === undefined ? undefined : parsePeriod(asked);
  return (name) => {
    if (!within) return true;
    const period = parsePeriod(name);
    return !period || name === within.name || containing(period, within.kind)?.name === within.name;
  };
}

const seenBy =
  (plan: Plan, isAsked: (period: string) => boolean, add: ReturnType<typeof createCollector>["add"]): Listener =>
  ({ row, rater, isAccepted, total }) => {
    if (!isAsked(row.period)) return;
    const score = total === undefined ? undefined : pointsOf(plan, total);
    add({ period: row.period, subject: row.key, rater, columns: row.columns, isAccepted, score });
  };

function reportNothing(wanted: string | undefined, diagnostics: Diagnostics): void {
  diagnostics.report("C161", { period: wanted });
}

async function print(analysis: Analysis, session: Session): Promise<void> {
  const { io, flags, language } = session;
  switch (flags.format?.[0]) {
    case "csv":
      return writeLines(io.stdout, csvLines(ratingsTable(analysis)));
    case "json":
      return io.stdout.write(jsonText(analysis));
    default:
      return printDocument(analysisDocument(analysis, language), session);
  }
}
