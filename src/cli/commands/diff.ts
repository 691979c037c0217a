import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { OpenResults } from "../../archive/open-results.ts";
import { openResults } from "../../archive/open-results.ts";
import { isChanged, ownHash, receiptName } from "../../archive/receipt.ts";
import type { Comparison, PeriodPair } from "../../comparison/compare.ts";
import { classChanges, compareSnapshots, isSame, pairToOffer } from "../../comparison/compare.ts";
import { snapshotOfReport } from "../../comparison/of-report.ts";
import type { Snapshot } from "../../comparison/snapshot.ts";
import type { SourceChange } from "../../comparison/source-changes.ts";
import { parameterChanges, sourceChanges } from "../../comparison/source-changes.ts";
import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { createDiagnostics, reportingOnce } from "../../diagnostics/diagnostic.ts";
import { findings } from "../../diagnostics/findings.ts";
import { kindNamed, kindOf, reportUnreadable } from "../../files/files.ts";
import { isNamedAsSheet } from "../../files/named-as.ts";
import { readSnapshot } from "../../inputs/read-snapshot.ts";
import { keyIds } from "../../model/keys.ts";
import type { Plan } from "../../model/plan.ts";
import type { AskedPeriod } from "../../period/asked-period.ts";
import type { Source } from "../../text/source.ts";
import { computeGiven } from "../computing.ts";
import { printDocument, refuseFormats, showFindings, showRefused } from "../print.ts";
import { withRecordedTitles } from "../recorded-titles.ts";
import type { Session } from "../session.ts";
import { exit } from "../session.ts";
import { askedPeriod, periodAmong } from "../wanted-period.ts";
import { wholeNumber } from "../whole-number.ts";

/** The two sides, or the exit code with which the command has to stop. */
type Sides =
  | { readonly old: Snapshot; readonly new: Snapshot; readonly sources?: readonly SourceChange[] }
  | { readonly exit: number; readonly shown?: readonly Source[] };

/** Compares two result folders, or what two rubrics make of the same sheets. */
export async function run(session: Session): Promise<number> {
  const { io, flags, operands } = session;
  const [old = "", now = "", ...further] = operands;
  const sheets = [...(flags.sheets ?? []), ...further];
  const beside = (["table", "decisions", "history"] as const).filter((flag) => flags[flag]);
  const diagnostics = createDiagnostics();
  const allowed = wholeNumber("--allow", flags.allow, 0, diagnostics);
  const asked = askedPair(flags.period, diagnostics);
  refuseFormats(flags, diagnostics);
  const areFolders = diagnostics.hasErrors
    ? undefined
    : await areBothFolders(old, now, { sheets, beside }, diagnostics);
  if (areFolders === undefined) return end(exit.usage);

  const sides = areFolders
    ? await folders([old, now], session, diagnostics)
    : await rubrics([old, now], sheets, session, diagnostics);
  if ("exit" in sides) return end(sides.exit, sides.shown);
  const pair = pairAmong(asked, sides, diagnostics);
  if (diagnostics.hasErrors) return end(exit.usage);
  const comparison = compareSnapshots(sides.old, sides.new, pair);
  if (comparison.periods.length === 0) {
    const known = [...new Set([...sides.old.periods.keys(), ...sides.new.periods.keys()])];
    diagnostics.report("C169", { period: flags.period ?? "", side: undefined, known: known.join(", ") });
  }
  const offered = pair ? undefined : pairToOffer(sides);
  if (offered) diagnostics.report("C232", { old: offered.old, new: offered.new });
  if (diagnostics.hasErrors) return end(exit.usage);
  await showFindings(session, io.stderr, findings(diagnostics));
  await print(comparison, sides.sources, session);
  const isFine = allowed === undefined ? isSame(comparison) : classChanges(comparison) <= allowed;
  return isFine ? exit.fine : exit.failed;

  async function end(code: number, shown: readonly Source[] = []): Promise<number> {
    await showRefused(session, findings(diagnostics), shown);
    return code;
  }
}

/** `--period P`, or `--period OLD=NEW` where each side has its own. */
function askedPair(text: string | undefined, diagnostics: Diagnostics): AskedPair {
  const [, old, now] = /^([^=]+)=([^=]+)$/.exec(text ?? "") ?? [];
  if (old === undefined) return { both: askedPeriod(text, diagnostics) };
  return { old: askedPeriod(old, diagnostics), new: askedPeriod(now, diagnostics) };
}

type AskedPair =
  | { readonly both: AskedPeriod | undefined }
  | { readonly old: AskedPeriod | undefined; readonly new: AskedPeriod | undefined };

/** The names of the periods that were asked for; undefined where all are compared. */
function pairAmong(
  asked: AskedPair,
  { old, new: now }: { readonly old: Snapshot; readonly new: Snapshot },
  diagnostics: Diagnostics,
): PeriodPair | undefined {
  const [before, after] = [[...old.periods.keys()], [...now.periods.keys()]];
  if ("both" in asked) {
    const period = periodAmong(asked.both, [...new Set([...before, ...after])], {}, diagnostics);
    return period === undefined ? undefined : { old: period, new: period };
  }
  const pair = {
    old: periodAmong(asked.old, before, {}, diagnostics),
    new: periodAmong(asked.new, after, {}, diagnostics),
  };
  for (const [period, side] of [
    [pair.old, old],
    [pair.new, now],
  ] as const) {
    if (period === undefined || side.periods.has(period)) continue;
    diagnostics.report("C169", { period, side: side.name, known: [...side.periods.keys()].join(", ") });
  }
  return { old: pair.old ?? "", new: pair.new ?? "" };
}

/** Whether both are folders; undefined, with a diagnostic, where they are no pair or the sheets do not fit them. */
async function areBothFolders(
  old: string,
  now: string,
  { sheets, beside }: { readonly sheets: readonly string[]; readonly beside: readonly string[] },
  diagnostics: Diagnostics,
): Promise<boolean | undefined> {
  const given = [...sheets, ...beside.map((flag) => `--${flag}`)];
  const [first, second] = [await isFolder(old, diagnostics), await isFolder(now, diagnostics)];
  if (first === undefined || second === undefined) return undefined;
  if (first !== second || [old, now].some(isSheet)) diagnostics.report("C164", { first: old, second: now });
  else if (first && given.length > 0) diagnostics.report("C166", { given: given.join(", ") });
  else if (!first && sheets.length === 0) diagnostics.report("C165", {});
  return diagnostics.hasErrors ? undefined : first;
}

/** Not one of the rubrics that are compared, nor a folder that is called so. */
const isSheet = (name: string): boolean => isNamedAsSheet(name) && kindOf(name) === "file";

async function isFolder(name: string, diagnostics: Diagnostics): Promise<boolean | undefined> {
  // A rubric may come through stdin.
  if (name === "-") return false;
  try {
    return (await stat(name)).isDirectory();
  } catch (error) {
    reportUnreadable(name, error, diagnostics, kindNamed(name));
    return undefined;
  }
}

async function folders(
  [old, now]: readonly [string, string],
  { io }: Session,
  diagnostics: Diagnostics,
): Promise<Sides> {
  const opened = [await openResults(old, diagnostics), await openResults(now, diagnostics)] as const;
  const [before, after] = opened;
  if (!before || !after) return { exit: diagnostics.hasWrongUsage ? exit.usage : exit.failed };
  if (![before, after].every((each) => isUnchanged(each, diagnostics))) return { exit: exit.failed };
  refuseFlags(before, after, diagnostics);
  checkKeys(before.directory, before.receipt.rubric.key, after.directory, after.receipt.rubric.key, diagnostics);
  if (diagnostics.hasErrors) return { exit: exit.usage };
  const [first, second] = [await readSnapshot(before, diagnostics), await readSnapshot(after, diagnostics)];
  if (!first || !second) return { exit: exit.failed };
  return {
    old: await withRecordedTitles(first, before.receipt, io),
    new: await withRecordedTitles(second, after.receipt, io),
    sources: sourceChanges(before.receipt, after.receipt),
  };
}

/** What a changed receipt says of inputs and flags is not compared. */
function isUnchanged({ directory, receipt }: OpenResults, diagnostics: Diagnostics): boolean {
  if (!isChanged(receipt)) return true;
  const file = join(directory, receiptName);
  diagnostics.report("C153", { file, found: ownHash(receipt), expected: receipt.sha256 ?? "" });
  return false;
}

/** Files for Excel have words in place of ids; codes and chosen people can be compared with their like only. */
function refuseFlags(before: OpenResults, after: OpenResults, diagnostics: Diagnostics): void {
  for (const { directory, receipt } of [before, after]) {
    if (receipt.flags.excel) diagnostics.report("C167", { directory, flag: "--excel" });
  }
  for (const flag of ["anonymise", "where"] as const) {
    const [old, now] = [before.receipt.flags[flag], after.receipt.flags[flag]];
    const { directory } = old === undefined ? after : before;
    if (old !== now) diagnostics.report("C167", { directory, flag: `--${flag}` });
  }
}

function checkKeys(
  first: string,
  old: readonly string[],
  second: string,
  now: readonly string[],
  diagnostics: Diagnostics,
): void {
  if (old.join() === now.join()) return;
  diagnostics.report("C168", { first, second, old: old.join(", "), new: now.join(", ") });
}

async function rubrics(
  names: readonly [string, string],
  sheets: readonly string[],
  session: Session,
  diagnostics: Diagnostics,
): Promise<Sides> {
  const sides: { readonly plan: Plan; readonly snapshot: Snapshot }[] = [];
  const said = new Set<string>();
  const once = reportingOnce(diagnostics);
  for (const name of names) {
    const outcome = await computeGiven(name, sheets, session, once, undefined, said);
    if (outcome.kind === "stopped") return { exit: outcome.exit, shown: outcome.sources };
    const { plan, report } = outcome.computed;
    sides.push({ plan, snapshot: snapshotOfReport(name, report) });
  }
  const [old, now] = sides as [(typeof sides)[number], (typeof sides)[number]];
  checkKeys(names[0], keyIds(old.plan), names[1], keyIds(now.plan), diagnostics);
  if (diagnostics.hasErrors) return { exit: exit.usage };
  const sources = parameterChanges(valuesOf(old.plan), valuesOf(now.plan));
  return { old: old.snapshot, new: now.snapshot, ...(sources.length > 0 && { sources }) };
}

const valuesOf = ({ parameters = [] }: Plan): Record<string, string> =>
  Object.fromEntries(parameters.map(({ id, value }) => [id, value]));

async function print(
  comparison: Comparison,
  sources: readonly SourceChange[] | undefined,
  session: Session,
): Promise<void> {
  const { io, flags, language } = session;
  if (flags.format?.[0] === "json") {
    const { diffJson } = await import("../../comparison/json.ts");
    return io.stdout.write(diffJson(comparison, sources));
  }
  const { comparisonDocument } = await import("../../comparison/document.ts");
  return printDocument(comparisonDocument(comparison, sources, language), session);
}
