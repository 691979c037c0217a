import type { RubricLibrary } from "../../archive/basis.ts";
import type { Diagnostic, Diagnostics } from "../../diagnostics/diagnostic.ts";
import { createDiagnostics } from "../../diagnostics/diagnostic.ts";
import type { Findings } from "../../diagnostics/findings.ts";
import { findings } from "../../diagnostics/findings.ts";
import type { Block } from "../../document/block.ts";
import { marked, markOf } from "../../document/cell-text.ts";
import { unitsText } from "../../document/number-text.ts";
import { leastScope } from "../../engine/law/capacity.ts";
import { givenRubrics } from "../../inputs/given-rubrics.ts";
import { givenSettings } from "../../inputs/given-settings.ts";
import { readWrittenRubric } from "../../inputs/read-rubric.ts";
import { createLibraries } from "../../inputs/rubric-library.ts";
import type { Setting } from "../../model/library.ts";
import type { Plan } from "../../model/plan.ts";
import { proofLines } from "../../proof/report.ts";
import type { TotalProofs } from "../../proof/total-proofs.ts";
import { rememberedProofs } from "../../proof/total-proofs.ts";
import type { Validate, Validated } from "../../rubric/compile.ts";
import { composedText, validator } from "../../rubric/compile.ts";
import { phrase } from "../../text/phrase.ts";
import type { Source } from "../../text/source.ts";
import { visible } from "../../text/visible.ts";
import { findingsFor, isDocument, keptForMachines, printFindings, showFindings } from "../print.ts";
import { rubricSources } from "../rubric-sources.ts";
import type { Session } from "../session.ts";
import { exit } from "../session.ts";

/** A rubric that was checked; without `sources` it could not be read. */
interface Checked {
  readonly name: string;
  /** Its own file first. */
  readonly sources: readonly Source[];
  /** What is said of a sound one, where that is asked for. */
  readonly summary?: readonly string[] | undefined;
  /** With all that it takes from other files, where that was asked for. */
  readonly composed?: string;
  readonly diagnostics: Diagnostics;
}

/** Checks rubrics; the findings are the data asked for and go to stdout. */
export async function run(session: Session): Promise<number> {
  const checked: Checked[] = [];
  const missing = createDiagnostics();
  const set = givenSettings(session.flags.set, missing);
  const libraries = createLibraries(session.flags.root);
  const [validate, ofTotals] = [validator(), rememberedProofs()];
  const other = session.flags.composed && session.flags.format?.find((each) => each !== "text");
  if (other) missing.report("C236", { format: other });
  const names = missing.hasErrors ? [] : await givenRubrics(session.operands, missing);
  for (const name of names) checked.push(await check(name, set, libraries(name), session, validate, ofTotals));
  if (missing.hasErrors) checked.push({ name: session.operands.join(" "), sources: [], diagnostics: missing });
  if (session.flags.composed) await printComposed(checked, session);
  else await print(checked, findings(...checked.map((each) => each.diagnostics)), session);
  if (checked.some(({ diagnostics }) => diagnostics.hasWrongUsage)) return exit.usage;
  const failed = checked.some(({ diagnostics }) => fails(diagnostics, session));
  return failed ? exit.failed : exit.fine;
}

async function check(
  name: string,
  set: readonly Setting[],
  library: RubricLibrary,
  session: Session,
  validate: Validate,
  ofTotals: TotalProofs,
): Promise<Checked> {
  const diagnostics = createDiagnostics(keptForMachines);
  const rubric = await readWrittenRubric(name, session.io, diagnostics);
  if (!rubric) return { name, sources: [], diagnostics };
  const sound = validate(rubric, diagnostics, { library, set });
  const sources = rubricSources({ rubric, library, set });
  const composed = session.flags.composed && composedText(rubric, createDiagnostics(), { library, set });
  return {
    name: rubric.name,
    sources,
    ...(sound && summarises(session) && { summary: summaryOf(sound, session, ofTotals) }),
    ...(composed !== undefined && { composed }),
    diagnostics,
  };
}

/** Is it said of sound rubrics what they are? */
const summarises = ({ flags: { format = ["text"], quiet, composed } }: Session): boolean =>
  !composed && format.some((each) => isDocument(each) || (each === "text" && !quiet));

const fails = (diagnostics: Diagnostics, { flags }: Session): boolean =>
  diagnostics.hasErrors || (flags.strict === true && diagnostics.hasWarnings);

/** The first that fails each rubric: where several are wrong by one mistake, it is told of the file that they share. */
const causesOf = (checked: readonly Checked[], { flags }: Session): ReadonlyMap<string, Diagnostic> =>
  new Map(
    checked.flatMap(({ name, diagnostics: { list } }) => {
      const cause = list.find(({ severity }) => severity === "error" || (flags.strict && severity === "warning"));
      return cause ? [[name, cause]] : [];
    }),
  );

async function print(checked: readonly Checked[], found: Findings, session: Session): Promise<void> {
  const { io, flags } = session;
  // One that could not be read is named by what was found of it.
  const files = checked.flatMap(({ name, sources }) => (sources.length > 0 ? [name] : []));
  const sound = checked.flatMap(({ name, summary, diagnostics }) =>
    summary && !fails(diagnostics, session) ? [{ name, summary }] : [],
  );
  for (const format of flags.format ?? ["text"]) {
    if (format === "text") await printText(checked, found, sound, session);
    else if (isDocument(format)) await printFindings(found, files, session, sound.flatMap(soundBlocks));
    else
      await io.stdout.write(await findingsFor(format, found, files, "validate", session, causesOf(checked, session)));
  }
}

/** The rubrics are the data asked for, and what is found wrong goes to stderr. */
async function printComposed(checked: readonly Checked[], session: Session): Promise<void> {
  const { io } = session;
  const found = findings(...checked.map(({ diagnostics }) => diagnostics));
  await showFindings(
    session,
    io.stderr,
    found,
    checked.flatMap(({ sources }) => sources),
  );
  const rubrics = checked.flatMap(({ composed, sources }) =>
    composed === undefined ? [] : [`# ${sources.map(({ name }) => name).join(", ")}\n${composed}`],
  );
  await io.stdout.write(rubrics.join("---\n"));
}

/** A rubric in which nothing is wrong, with what is said of it. */
interface Sound {
  readonly name: string;
  readonly summary: readonly string[];
}

const soundBlocks = ({ name, summary }: Sound): readonly Block[] => [
  { kind: "heading", level: 2, text: name },
  { kind: "list", items: summary },
];

async function printText(
  checked: readonly Checked[],
  found: Findings,
  sound: readonly Sound[],
  session: Session,
): Promise<void> {
  const { io, flags } = session;
  const sources = checked.flatMap((each) => each.sources);
  await showFindings(session, io.stdout, found, sources);
  if (flags.quiet) return;
  const lines = sound.flatMap(({ name, summary: [first, ...others] }) => [
    `${visible(`${name}: ${first}`)}\n`,
    ...others.map((line) => `  ${visible(line)}\n`),
  ]);
  await io.stdout.write(lines.join(""));
}

/** What is said of a rubric in order. */
function summaryOf(sound: Validated, session: Session, ofTotals: TotalProofs): readonly string[] {
  if (sound.kind === "whole") {
    const plan = sound.plan();
    const proofs = proofLines(plan, ofTotals).map((line) => line[session.language]);
    return [whatItIs(plan, session), ...proofs, ...narrowQuotas(plan, session)];
  }
  const title = `${sound.rubric.id} ${sound.rubric.version}`;
  const words = phrase("ok: {title}, abstract: what it leaves out is checked where a rubric extends it", { title });
  return [words[session.language]];
}

/** The quotas that leave nobody in their band where a group is small; one of several kinds of period is told once. */
function narrowQuotas(plan: Plan, { language }: Session): ReadonlySet<string> {
  const lines = new Set<string>();
  for (const { quotas, bands } of [plan.stage, ...plan.rollups]) {
    for (const quota of quotas) {
      const [least, raised] = [leastScope(quota, false), leastScope(quota, true)];
      if (least === undefined || least < 2) continue;
      const about = { quota: quota.title ?? quota.id, band: bands[quota.band]?.title ?? "", least };
      const words =
        raised !== undefined && raised < least
          ? phrase(
              "quota {quota}: nobody can stay in {band} in a group of fewer than {least} where `raise` does not hold[, of fewer than {raised} where it does]",
              { ...about, raised: raised > 1 ? raised : undefined },
            )
          : phrase("quota {quota}: nobody can stay in {band} in a group of fewer than {least}", about);
      lines.add(words[language]);
    }
  }
  return lines;
}

/** What a rubric is and how large. */
function whatItIs(plan: Plan, { language }: Session): string {
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
