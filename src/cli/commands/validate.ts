import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { createDiagnostics } from "../../diagnostics/diagnostic.ts";
import type { Findings } from "../../diagnostics/findings.ts";
import { findings } from "../../diagnostics/findings.ts";
import { marked, markOf } from "../../document/cell-text.ts";
import { unitsText } from "../../document/number-text.ts";
import { givenRubrics } from "../../inputs/given-rubrics.ts";
import { readWrittenRubric } from "../../inputs/read-rubric.ts";
import { leastScope } from "../../engine/law/capacity.ts";
import type { Plan } from "../../model/plan.ts";
import { compileRubric } from "../../rubric/compile.ts";
import { phrase } from "../../text/phrase.ts";
import type { Source } from "../../text/source.ts";
import { findingsFor, keptForMachines, showFindings } from "../print.ts";
import type { Session } from "../session.ts";
import { exit } from "../session.ts";

/** A rubric that was checked; without `source` it could not be read, without `plan` it has errors. */
interface Checked {
  readonly name: string;
  readonly source?: Source | undefined;
  readonly plan?: Plan | undefined;
  readonly diagnostics: Diagnostics;
}

/** Checks rubrics; the findings are the data asked for and go to stdout. */
export async function run(session: Session): Promise<number> {
  const checked: Checked[] = [];
  const missing = createDiagnostics();
  for (const name of await givenRubrics(session.operands, missing)) checked.push(await check(name, session));
  if (missing.hasErrors) checked.push({ name: session.operands.join(" "), diagnostics: missing });
  await print(checked, findings(...checked.map((each) => each.diagnostics)), session);
  if (checked.some((each) => !each.source)) return exit.usage;
  const failed = checked.some(({ diagnostics }) => fails(diagnostics, session));
  return failed ? exit.failed : exit.fine;
}

async function check(name: string, { io }: Session): Promise<Checked> {
  const diagnostics = createDiagnostics(keptForMachines);
  const source = await readWrittenRubric(name, io, diagnostics);
  return { name, source, plan: source && compileRubric(source, diagnostics), diagnostics };
}

const fails = (diagnostics: Diagnostics, { flags }: Session): boolean =>
  diagnostics.hasErrors || (flags.strict === true && diagnostics.hasWarnings);

async function print(checked: readonly Checked[], found: Findings, session: Session): Promise<void> {
  const { io, flags } = session;
  const files = checked.map(({ source, name }) => source?.name ?? name);
  for (const format of flags.format ?? ["text"]) {
    if (format === "text") await printText(checked, found, session);
    else await io.stdout.write(await findingsFor(format, found, files, session));
  }
}

async function printText(checked: readonly Checked[], found: Findings, session: Session): Promise<void> {
  const { io, flags } = session;
  const sources = checked.flatMap(({ source }) => source ?? []);
  await showFindings(session, io.stdout, found, sources);
  if (flags.quiet) return;
  for (const { source, plan, diagnostics } of checked) {
    if (source && plan && !fails(diagnostics, session)) {
      await io.stdout.write(`${source.name}: ${summary(plan, session)}\n`);
      for (const line of narrowQuotas(plan, session)) await io.stdout.write(`  ${line}\n`);
    }
  }
}

/** The quotas that leave nobody in their band where a group is small; one of several kinds of period is told once. */
function narrowQuotas(plan: Plan, { language }: Session): ReadonlySet<string> {
  const lines = new Set<string>();
  for (const { quotas, bands } of [plan.stage, ...plan.rollups]) {
    for (const quota of quotas) {
      const least = leastScope(quota);
      if (least === undefined) continue;
      const about = { quota: quota.title ?? quota.id, band: bands[quota.band]?.title ?? "", least };
      lines.add(phrase("quota {quota}: nobody can stay in {band} in a group of fewer than {least}", about)[language]);
    }
  }
  return lines;
}

/** One line on a rubric in order: what it is and how large. */
function summary(plan: Plan, { language }: Session): string {
  const { nodes, total, bands } = plan.stage;
  const areas = nodes.filter(({ body }) => body.kind === "area").length;
  const words = phrase(
    "ok: {title}, {items} {items|item|items}, {areas} {areas|area|areas}, total {max}, {bands} {bands|band|bands}",
    {
      title: `${plan.id} ${plan.version}`,
      items: nodes.length - areas,
      areas,
      max: marked(unitsText(plan.scale)(total.max), markOf(language)),
      bands: bands.length,
    },
  );
  return words[language];
}
