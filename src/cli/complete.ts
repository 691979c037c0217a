import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { createDiagnostics } from "../diagnostics/diagnostic.ts";
import { showKey } from "../model/keys.ts";
import { compute } from "../pipeline.ts";
import type { Known } from "./completion.ts";
import { offers } from "./completion.ts";
import { basisOf } from "./computing.ts";
import type { Session } from "./session.ts";
import { exit } from "./session.ts";

/** Larger sheets would keep somebody waiting who only pressed a key. */
const mostBytes = 1 << 20;

/** Prints what may stand at the end of a command line, each with a tab and what it is; a shell asks it. */
export async function complete(session: Session): Promise<number> {
  const { io, operands, language } = session;
  for (const { value, what } of await offers(operands, language, known(session))) {
    if (!/[\n\t]/.test(value)) await io.stdout.write(`${value}\t${what}\n`);
  }
  return exit.fine;
}

/** The periods or people in the sheets on the line, where they are small and sound. */
const known =
  (session: Session): Known =>
  async (_, [rubric, ...sheets], of) => {
    if (rubric === undefined || sheets.length === 0 || !sheets.every(isSmall)) return [];
    const diagnostics = createDiagnostics();
    const given = await basisOf(rubric, sheets, session, diagnostics);
    const computed = given && (await compute(given.basis, diagnostics));
    const periods = computed?.report.periods ?? [];
    if (of === "period") return periods.map(({ period }) => period);
    return [...new Set(periods.flatMap(({ results }) => Array.from(results, ({ key }) => showKey(key))))];
  };

const isSmall = (file: string): boolean => sizeOf(file) <= mostBytes;

/** In bytes; of a folder, that of the files right in it, which are its sheets. */
function sizeOf(file: string): number {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found?.isFile() ? found.size : Number.POSITIVE_INFINITY;
  const inside = readdirSync(file).map((name) => statSync(join(file, name), { throwIfNoEntry: false }));
  return inside.reduce((sum, each) => sum + (each?.isFile() ? each.size : 0), 0);
}
