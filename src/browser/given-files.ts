import { phrase } from "../text/phrase.ts";
import { element } from "./element.ts";
import type { GivenFile } from "./messages.ts";
import type { Speech } from "./speech.ts";

/** The files that somebody gave, each with what it is taken for. */
export interface GivenFiles {
  readonly view: HTMLElement;
  readonly list: () => readonly GivenFile[];
  readonly replace: (files: readonly GivenFile[]) => void;
  /** Ids of the tables that the rubric reads. */
  readonly offer: (tables: readonly string[]) => void;
}

export function createGivenFiles({ say, name, language }: Speech, onChange: () => void): GivenFiles {
  let files: readonly GivenFile[] = [];
  let tables: readonly string[] = [];
  const rows = element("ul", { class: "files" });
  const input = element("input", { type: "file", multiple: true, id: "sheets", change: () => void take(input.files) });
  const zone = element(
    "div",
    { class: "drop", dragover: (event) => event.preventDefault(), drop: (event) => void dropped(event as DragEvent) },
    element("label", { for: "sheets" }, say(phrase("Score sheets: choose files, or drop them here"))),
    input,
  );
  const set = (next: readonly GivenFile[]): void => {
    files = next;
    show();
    onChange();
  };
  return {
    view: element("div", {}, zone, rows),
    list: () => files,
    replace: set,
    offer(ids) {
      tables = ids;
      show();
    },
  };

  async function dropped(event: DragEvent): Promise<void> {
    event.preventDefault();
    await take(event.dataTransfer?.files ?? null);
  }

  /** A file of a name that was there before takes its place. */
  async function take(chosen: FileList | null): Promise<void> {
    const added = await Promise.all(
      [...(chosen ?? [])].map(
        async (file): Promise<GivenFile> => ({
          name: file.name,
          bytes: new Uint8Array(await file.arrayBuffer()),
          use: { kind: "sheet" },
        }),
      ),
    );
    input.value = "";
    set([...files.filter((old) => added.every((file) => file.name !== old.name)), ...added]);
  }

  function show(): void {
    rows.replaceChildren(...files.map(rowOf));
  }

  function rowOf(file: GivenFile): HTMLElement {
    const uses: readonly (readonly [value: string, text: string])[] = [
      ["sheet", phrase("score sheet #file")[language()]],
      ["decisions", phrase("decisions of the authority")[language()]],
      ...tables.map((id) => [`table ${id}`, `${phrase("table #file")[language()]} ${id}`] as const),
    ];
    const current = file.use.kind === "table" ? `table ${file.use.table}` : file.use.kind;
    const select = element(
      "select",
      { "aria-label": file.name, change: () => use(file, select.value) },
      ...uses.map(([value, text]) => element("option", { value, selected: value === current }, text)),
    );
    const remove = element("button", { type: "button", click: () => set(files.filter((each) => each !== file)) }, "×");
    name(remove, "aria-label", phrase("take {file} away", { file: file.name }));
    return element("li", {}, element("span", { class: "name" }, file.name), select, remove);
  }

  function use(file: GivenFile, value: string): void {
    const table = /^table (.*)$/.exec(value)?.[1];
    const chosen: GivenFile["use"] =
      table === undefined ? { kind: value as "sheet" | "decisions" } : { kind: "table", table };
    set(files.map((each) => (each === file ? { ...each, use: chosen } : each)));
  }
}
