import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import type { Places } from "../rubric/1-read/places.ts";
import type { TestPart } from "../rubric/2-shape/rubric.generated.ts";
import type { SheetInput } from "../sheet/4-rows/sheet-input.ts";
import type { GivenInputs, PastFolders, TableInput } from "../sheet/lists/read-given.ts";
import type { Bilingual } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";
import type { Place } from "../text/source.ts";
import type { Found, TestFiles } from "./test-files.ts";

/** What a test gives beside its sheets. What is not there is reported. */
export async function besideOf(
  test: TestPart,
  files: TestFiles,
  places: Places,
  diagnostics: Diagnostics,
): Promise<GivenInputs> {
  const read = (holder: object, name: string) =>
    pathsIn(holder, name, places).map(({ path, place }) => find(files, path, place, "C110", diagnostics));
  const found = async (inputs: readonly Promise<SheetInput | undefined>[]) =>
    (await Promise.all(inputs)).filter((input) => input !== undefined);
  const tables: TableInput[] = [];
  for (const table of Object.keys(test.tables ?? {})) {
    for (const input of await found(read(test.tables ?? {}, table))) tables.push({ ...input, table });
  }
  const decisions = await found(read(test, "decisions"));
  const history = test.history && (await pastOf(test, files, places, diagnostics));
  return { decisions, tables, ...(history && { history }) };
}

async function pastOf(
  test: TestPart,
  files: TestFiles,
  places: Places,
  diagnostics: Diagnostics,
): Promise<PastFolders> {
  const past: { asked: string[]; folders: PastFolders["folders"][number][] } = { asked: [], folders: [] };
  for (const { path, place } of pathsIn(test, "history", places)) {
    const found = await files.past(path, place.file, diagnostics);
    if (found.kind !== "folder") tell(found, path, place, "C110", diagnostics, phrase("folder"));
    else {
      past.asked.push(found.name);
      past.folders.push(...found.folders.filter(({ name }) => past.folders.every((each) => each.name !== name)));
    }
  }
  return past;
}

/** One path or a list of them, with their places. */
function pathsIn(holder: object, name: string, places: Places) {
  const value = (holder as Readonly<Record<string, string | readonly string[] | undefined>>)[name] ?? [];
  return typeof value === "string"
    ? [{ path: value, place: places.value(holder, name) }]
    : value.map((path, index) => ({ path, place: places.value(value, index) }));
}

type Absent = "C110" | "R963" | undefined;

/** A file below the folder of the rubric that names it; `absent` is what is reported where there is none. */
export async function find(
  files: TestFiles,
  path: string,
  place: Place,
  absent: Absent,
  diagnostics: Diagnostics,
): Promise<SheetInput | undefined> {
  const found = await files.find(path, place.file);
  if (found.kind === "file") return found.input;
  tell(found, path, place, absent, diagnostics);
  return undefined;
}

function tell(
  found: Found<never>,
  path: string,
  place: Place,
  absent: Absent,
  diagnostics: Diagnostics,
  kind: Bilingual = phrase("file"),
): void {
  switch (found.kind) {
    case "absent":
      if (absent) diagnostics.report(absent, { kind, file: found.name, suggestion: found.suggestion }, place);
      return;
    case "outside":
      diagnostics.report("R962", { file: path }, place);
      return;
    case "unreadable":
      diagnostics.report("C112", { file: found.name, reason: found.reason }, place);
  }
}
