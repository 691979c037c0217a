import type { Cell, Table, TableColumn } from "../../document/table.ts";
import { number, table, text } from "../../document/table.ts";
import type { Band } from "../../model/stage.ts";
import { heads } from "../words.ts";
import type { Telling } from "./telling.ts";
import { remarkWords } from "./telling.ts";

/** The bands, the best first: from how many points, what else is needed, and where one goes without it. */
export function bandsTable(telling: Telling): Table {
  const { plan, stage, voice, words } = telling;
  const { say, band } = voice;
  const columns: TableColumn[] = [
    { id: "band", head: heads.band_title[telling.language], type: text },
    { id: "from", head: say("From"), type: { ...number, scale: plan.scale } },
    { id: "require", head: say("Also needs"), type: text },
    { id: "otherwise", head: say("Otherwise"), type: text },
    { id: "notes", head: say("Particulars"), type: text },
  ];
  const otherwise = (each: Band): string | undefined =>
    each.otherwise === undefined
      ? undefined
      : each.otherwise === "incomplete"
        ? say("left to the authority")
        : band(each.otherwise);
  return table(
    columns,
    stage.bands.map((each): Cell[] => [
      each.title[telling.language],
      each.from,
      each.require.map(({ expression }) => words(expression)).join("; "),
      otherwise(each),
      remarkWords(telling, each).join("; "),
    ]),
  );
}
