import type { Finding } from "../diagnostics/render-json.ts";
import type { Bilingual, Language } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";
import { createAsker } from "./asker.ts";
import { createChoices } from "./choices.ts";
import { createEditor } from "./editor.ts";
import { element } from "./element.ts";
import { findingsView } from "./findings-view.ts";
import { createGivenFiles } from "./given-files.ts";
import type { NamedText, RubricText, ShownResults } from "./messages.ts";
import { frame, resultsView } from "./results-view.ts";
import type { ShippedRubric } from "./shipped.ts";
import { readShipped } from "./shipped.ts";
import { createSpeech } from "./speech.ts";

/** Between the last key and the check of a rubric, in milliseconds. */
const pause = 300;

const shipped = readShipped();
const first: Language = navigator.language.startsWith("vi") ? "vi" : "en";
const speech = createSpeech(first, () => {
  empty();
  void check();
});
const { say, name } = speech;
const ask = createAsker(textOf("worker"), speech.language, (message) => tellFault(message));

let rubricName = "rubric.yaml";
/** Files that were opened with it, for a rubric that takes from others. */
let opened: readonly NamedText[] = [];
const rubricFindings = element("div", { "aria-live": "polite" });
const editorPlace = element("div", { class: "editor" });
const rubricHeading = element("h2", { id: "rubric-heading" }, say(phrase("1. The rubric")));
const files = createGivenFiles(speech, () => recompute());
const choices = createChoices(speech, () => recompute());
const state = element("p", { role: "status" });
const output = element("div");
const documentPlace = element("div");

document.body.append(
  element("header", {}, element("h1", {}, "score"), languageChoice()),
  element(
    "main",
    {},
    element("p", {}, say(phrase("Everything is computed on this machine: nothing leaves it, and nothing is loaded."))),
    part(rubricHeading, rubricChoice(), editorPlace, rubricFindings, documentButton(), documentPlace),
    part(heading(phrase("2. The score sheets")), files.view, choices.view),
    part(heading(phrase("3. The results")), state, output),
  ),
);

let timer: ReturnType<typeof setTimeout> | undefined;
const editor = createEditor(editorPlace, rubricHeading, () => {
  clearTimeout(timer);
  timer = setTimeout(() => void check(), pause);
  empty();
});
if (shipped.rubrics[0]) choose(shipped.rubrics[0]);

function part(title: HTMLElement, ...children: readonly Node[]): HTMLElement {
  return element("section", {}, title, ...children);
}

function heading(title: Bilingual): HTMLElement {
  return element("h2", {}, say(title));
}

function languageChoice(): HTMLElement {
  const select = element(
    "select",
    { change: () => speech.change(select.value as Language) },
    element("option", { value: "vi", lang: "vi", selected: first === "vi" }, phrase("Vietnamese").vi),
    element("option", { value: "en", lang: "en", selected: first === "en" }, "English"),
  );
  return name(select, "aria-label", phrase("Language"));
}

function rubricChoice(): HTMLElement {
  const select = element(
    "select",
    { id: "shipped", change: () => choose(shipped.rubrics[select.selectedIndex] as ShippedRubric) },
    ...shipped.rubrics.map((each, at) => element("option", { value: String(at) }, each.title)),
  );
  const input = element("input", {
    type: "file",
    multiple: true,
    accept: ".yaml,.yml,.json",
    id: "rubric",
    change: () => void open(),
  });
  return element(
    "p",
    { class: "row" },
    element("label", { for: "shipped" }, say(phrase("Choose one"))),
    select,
    element("label", { for: "rubric" }, say(phrase("or open a file"))),
    input,
  );

  async function open(): Promise<void> {
    const given = [...(input.files ?? [])].map(async (file) => ({ name: file.name, text: await file.text() }));
    const [chosen, ...others] = await Promise.all(given);
    input.value = "";
    if (!chosen) return;
    rubricName = chosen.name;
    opened = others;
    files.dropExample();
    editor.replace(chosen.text);
  }
}

/** A shipped rubric with its example sheets. */
function choose({ name: chosen, files: given }: ShippedRubric): void {
  rubricName = chosen;
  editor.replace(shipped.library.find((each) => each.name === chosen)?.text ?? "");
  files.showExample(given);
}

function documentButton(): HTMLElement {
  const show = async () => {
    const answer = await ask({ kind: "document", rubric: rubric() });
    if (answer.kind !== "page" || answer.page === undefined) return;
    documentPlace.replaceChildren(frame(answer.page, phrase("The rubric as a document"), speech));
  };
  return element(
    "p",
    {},
    element("button", { type: "button", click: () => void show() }, say(phrase("The rubric as a document"))),
  );
}

const rubric = (): RubricText => ({
  name: rubricName,
  text: editor.text(),
  library: [...opened, ...shipped.library].filter(({ name: other }) => other !== rubricName),
});

/** Results of another rubric or other sheets never stand beside these. */
function empty(): void {
  output.replaceChildren();
  tell(phrase("Computing …"));
}

/** Unless a check of the rubric comes first, which computes too. */
function recompute(): void {
  empty();
  if (timer === undefined) void compute();
}

async function check(): Promise<void> {
  timer = undefined;
  const answer = await ask({ kind: "check", rubric: rubric() });
  if (answer.kind !== "checked") return;
  editor.mark(answer.findings.filter(({ place }) => place?.file === rubricName));
  rubricFindings.replaceChildren(list(answer.findings));
  files.offer(answer.tables);
  documentPlace.replaceChildren();
  await compute();
}

async function compute(): Promise<void> {
  const given = files.list();
  if (given.length === 0) return tell(phrase("No score sheet yet."));
  const answer = await ask({ kind: "compute", rubric: rubric(), files: given, choices: choices.read() });
  if (answer.kind !== "computed") return;
  const { results, findings } = answer;
  tell(results ? phrase("Computed.") : phrase("Nothing is computed: mend the errors first."));
  const about = findings.filter(({ place }) => place?.file !== rubricName);
  output.replaceChildren(list(about), ...(results ? [shown(results)] : []));
}

const list = (findings: readonly Finding[]): HTMLElement => findingsView(findings, rubricName, editor.goTo, speech);

const shown = (results: ShownResults): HTMLElement =>
  resultsView(results, speech, async (subject) => {
    const answer = await ask({ kind: "explain", subject });
    return answer.kind === "page" ? answer.page : undefined;
  });

function tell(text: Bilingual): void {
  state.textContent = text[speech.language()];
}

/** A bug of the program: its text helps those who mend it. */
function tellFault(message: string): void {
  state.textContent = `${phrase("A bug in score")[speech.language()]}: ${message}`;
}

function textOf(id: string): string {
  return document.getElementById(id)?.textContent ?? "";
}
