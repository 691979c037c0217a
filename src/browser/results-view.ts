import type { Bilingual } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";
import { element } from "./element.ts";
import type { ShownResults } from "./messages.ts";
import type { Speech } from "./speech.ts";

/** Results to look at, to keep, and to ask about. @param explain gives the page of one person */
export function resultsView(
  { page, files, zip, assumptions, subjects }: ShownResults,
  speech: Speech,
  explain: (subject: string) => Promise<string | undefined>,
): HTMLElement {
  const say = (text: Bilingual): string => text[speech.language()];
  const why = element("div");
  const asked = element("input", { id: "subject", list: "subjects", autocomplete: "off" });
  const form = element(
    "form",
    { submit: (event) => void answer(event) },
    element("label", { for: "subject" }, say(phrase("Why this class? Key or name:"))),
    " ",
    asked,
    " ",
    element("button", { type: "submit" }, say(phrase("Explain"))),
    element("datalist", { id: "subjects" }, ...subjects.slice(0, mostOffered).map(optionOf)),
  );
  return element(
    "div",
    {},
    ...(assumptions.length === 0
      ? []
      : [
          element(
            "details",
            {},
            element("summary", {}, say(phrase("How the sheets were read"))),
            element("ul", {}, ...assumptions.map((text) => element("li", {}, text))),
          ),
        ]),
    element("h3", {}, say(phrase("Files"))),
    element("p", {}, linkTo(zip), " ", say(phrase("(all of them: keep it, a later period may want it)"))),
    element("ul", { class: "files" }, ...files.map((file) => element("li", {}, linkTo(file)))),
    element("h3", {}, say(phrase("Explanation"))),
    form,
    why,
    element("h3", {}, say(phrase("Report"))),
    frame(page, phrase("Report"), speech),
  );

  async function answer(event: Event): Promise<void> {
    event.preventDefault();
    const answered = await explain(asked.value);
    why.replaceChildren(
      answered === undefined
        ? element("p", { role: "alert" }, say(phrase("Nobody has this key or name, or several have it.")))
        : frame(answered, phrase("Explanation"), speech),
    );
  }
}

/** A list of more is no help. */
const mostOffered = 2000;

const optionOf = ({ key, name }: ShownResults["subjects"][number]): HTMLElement =>
  element("option", { value: key }, name);

function linkTo({ name, bytes }: ShownResults["files"][number]): HTMLElement {
  const href = URL.createObjectURL(new Blob([bytes.slice()]));
  return element("a", { href, download: name }, name);
}

/** A page within this one, which cannot reach it, and a way to print it. */
export function frame(page: string, title: Bilingual, { language }: Speech): HTMLElement {
  const shown = element("iframe", {
    title: title[language()],
    srcdoc: page,
    sandbox: "allow-scripts allow-modals",
  });
  const print = element(
    "button",
    { type: "button", click: () => shown.contentWindow?.postMessage("print", "*") },
    phrase("Print what is below")[language()],
  );
  return element("div", {}, element("p", {}, print), shown);
}
