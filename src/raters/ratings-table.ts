import type { Table, TableColumn } from "../document/table.ts";
import { table, text } from "../document/table.ts";
import { showKey } from "../model/keys.ts";
import type { Analysis } from "./analyse.ts";

/** Every rating given or missing: the coverage matrix as a list. */
export function ratingsTable({ pairs }: Analysis): Table {
  const column = (id: string, type: TableColumn["type"] = text): TableColumn => ({ id, head: id, type });
  const names = ["period", "rater", "rater_bloc", "subject", "subject_bloc", "state"];
  return table(
    [...names.map((name) => column(name)), column("score", { kind: "figure" })],
    pairs.map(({ period, rater, raterBloc, subject, subjectBloc, state, score }) => [
      period,
      rater,
      raterBloc,
      showKey(subject),
      subjectBloc,
      state,
      score,
    ]),
  );
}
