import { phrase } from "../text/phrase.ts";
import { element } from "./element.ts";
import type { GivenFile } from "./messages.ts";
import type { Speech } from "./speech.ts";

/** The files that somebody gave, each with what it is taken for. */
export interface GivenFiles {
  readonly view: HTMLElement;
  readonly list: () => readonly GivenFile[];
  /** The example of a rubric in place of what was there. */
  readonly showExample: (files: readonly GivenFile[]) => void;
  /** Without the example: somebody opened a rubric of their own. */
  readonly dropExample: () => void;
  /** Ids of the tables that the rubric reads. */
  readonly offer: (tables: readonly string[]) => void;
}

/** Results of an earlier run, which are a folder: a ZIP file is one too. */
const isPast = ({ name, inside }: Pick<GivenFile, "name" | "inside">): boolean =>
  inside !== undefined || /\.zip$/i.test(name);

const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

export function createGivenFiles({ say, name, language }: Speech, onChange: () => void): GivenFiles {
  let files: readonly GivenFile[] = [];
  /** Names of the files that came with a rubric: people of an example never stand among those whom somebody gave. */
  let examples: readonly string[] = [];
  let tables: readonly string[] = [];
  const rows = element("ul", { class: "files" });
  const input = element("input", { type: "file", multiple: true, id: "sheets", change: () => void take(input.files) });
  const zone = element(
    "div",
    { class: "drop", dragover: (event) => event.preventDefault(), drop: (event) => void dropped(event as DragEvent) },
    element("label", { for: "sheets" }, say(phrase("Score sheets: choose files, or drop them here"))),
    input,
  );
  const folder = element("input", { type: "file", id: "past", webkitdirectory: true, change: () => void takeFolder() });
  const set = (next: readonly GivenFile[]): void => {
    files = next;
    show();
    onChange();
  };
  return {
    view: element(
      "div",
      {},
      zone,
      element(
        "p",
        { class: "row" },
        element("label", { for: "past" }, say(phrase("Earlier results: give their ZIP above, or choose their folder"))),
        folder,
      ),
      rows,
    ),
    list: () => files,
    showExample(given) {
      examples = given.map((file) => file.name);
      set(given);
    },
    dropExample: () => {
      files = files.filter((file) => !examples.includes(file.name));
      show();
    },
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
          bytes: await bytesOf(file),
          use: { kind: isPast(file) ? "history" : "sheet" },
        }),
      ),
    );
    input.value = "";
    add(added);
  }

  function add(added: readonly GivenFile[]): void {
    const hasSheet = added.some((file) => file.use.kind === "sheet");
    const isKept = (old: GivenFile): boolean =>
      added.every((file) => file.name !== old.name) &&
      !(hasSheet && old.use.kind === "sheet" && examples.includes(old.name));
    examples = examples.filter((example) => added.every((file) => file.name !== example));
    set([...files.filter(isKept), ...added]);
  }

  /** A folder stands in the list as one. */
  async function takeFolder(): Promise<void> {
    const chosen = [...(folder.files ?? [])];
    const [name = ""] = chosen[0]?.webkitRelativePath.split("/") ?? [];
    const inside = await Promise.all(
      chosen.map(async (file) => ({
        name: file.webkitRelativePath.slice(name.length + 1),
        bytes: await bytesOf(file),
      })),
    );
    folder.value = "";
    if (inside.length > 0) add([{ name, bytes: new Uint8Array(), inside, use: { kind: "history" } }]);
  }

  function show(): void {
    rows.replaceChildren(...files.map(rowOf));
  }

  function rowOf(file: GivenFile): HTMLElement {
    const past = ["history", phrase("earlier results")[language()]] as const;
    const uses: readonly (readonly [value: string, text: string])[] = isPast(file)
      ? [past]
      : [
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
    const takeAway = (): void => {
      set(files.filter((each) => each !== file));
      // The button is gone: whoever used it by key is not left at the top of the page.
      input.focus();
    };
    const remove = element("button", { type: "button", click: takeAway }, "×");
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
