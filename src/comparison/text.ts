import type { Painter } from "../text/painter.ts";
import { gap, pad } from "../document/fit.ts";
import type { Language } from "../text/bilingual.ts";
import { visible } from "../text/visible.ts";
import { displayWidth } from "../text/width.ts";
import type { Comparison } from "./compare.ts";
import type { SourceChange } from "./sources.ts";
import type { TextTable } from "./tables.ts";
import { changeTable, transitionTable } from "./tables.ts";
import { periodLine, sourceText, words } from "./words.ts";

/** A comparison for the terminal, line by line: what it rests on, then each period with its changes and its class matrix. */
export function* textLines(
  comparison: Comparison,
  sources: readonly SourceChange[] | undefined,
  language: Language,
  painter: Pick<Painter, "strong" | "faint">,
): Generator<string> {
  yield `${painter.strong(visible(`${comparison.old} → ${comparison.new}`))}\n`;
  for (const change of sources ?? []) yield `${visible(sourceText(change)[language])}\n`;
  if (sources?.length === 0) yield `${words.sameSources[language]}\n`;
  for (const period of comparison.periods) {
    yield `\n${painter.strong(visible(periodLine(period, language)))}\n`;
    if (period.changes.length === 0) continue;
    yield* aligned(changeTable(period, language), ["left", "left", "left", "right", "right", "left"]);
    if (!period.changes.some(({ ofClass }) => ofClass)) continue;
    yield "\n";
    yield* aligned(transitionTable(period, language), ["left"]);
  }

  function* aligned([head = [], ...rows]: TextTable, sides: readonly ("left" | "right")[]): Generator<string> {
    const widths = head.map((text, at) =>
      [text, ...rows.map((row) => row[at] ?? "")].reduce(
        (most, each) => Math.max(most, displayWidth(visible(each))),
        0,
      ),
    );
    const line = (row: readonly string[]): string =>
      row
        .map((text, at) => pad(text, widths[at] as number, sides[at] ?? "right"))
        .join(" ".repeat(gap))
        .trimEnd();
    yield `${painter.faint(line(head))}\n`;
    for (const row of rows) yield `${line(row)}\n`;
  }
}
