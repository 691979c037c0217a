import type { Basis } from "../archive/basis.ts";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { hashing } from "../files/hash.ts";
import { givenSettings } from "../inputs/given-settings.ts";
import { parseAsked } from "../period/asked-period.ts";
import type { Inputs } from "../pipeline.ts";
import { compareText } from "../text/order.ts";
import { libraryOf, rubricFile } from "./library.ts";
import type { Choices, GivenFile, RubricText } from "./messages.ts";
import { pastResultsOf } from "./past.ts";

/** All that a computation rests on, of what somebody gave. */
export async function basisOf(
  rubric: RubricText,
  files: readonly GivenFile[],
  { set }: Choices,
  diagnostics: Diagnostics,
): Promise<Basis> {
  // In the order of the command line, which is that of a receipt.
  const inOrder = files.toSorted((a, b) => compareText(a.name, b.name));
  const used = (kind: GivenFile["use"]["kind"]) => inOrder.filter(({ use }) => use.kind === kind);
  const tables = used("table").map((file) => ({ ...opened(file), table: (file.use as { table: string }).table }));
  const past = used("history");
  return {
    rubric: rubricFile(rubric.name, rubric.text),
    library: libraryOf(rubric),
    set: givenSettings(linesOf(set), diagnostics),
    sheets: used("sheet").map(opened),
    beside: {
      decisions: used("decisions").map(opened),
      tables,
      ...(past.length > 0 && { history: await pastResultsOf(past, diagnostics) }),
    },
  };
}

const opened = ({ name, bytes }: GivenFile) => ({
  name,
  ...hashing(async function* () {
    yield bytes;
  }),
});

export const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

export function askedPeriod({ period: typed }: Choices, diagnostics: Diagnostics): Pick<Inputs, "period"> {
  const text = typed.trim();
  if (text === "") return {};
  const period = parseAsked(text);
  if (period === undefined) diagnostics.report("C109", { found: text });
  return period === undefined ? {} : { period };
}
