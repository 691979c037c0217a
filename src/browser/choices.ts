import type { Bilingual } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";
import { element } from "./element.ts";
import type { Choices } from "./messages.ts";
import type { Speech } from "./speech.ts";

/** What may be asked for besides the usual, as flags of the command line. */
export interface ChoiceFields {
  readonly view: HTMLElement;
  readonly read: () => Choices;
}

export function createChoices({ say }: Speech, onChange: () => void): ChoiceFields {
  const excel = element("input", { type: "checkbox", id: "excel", change: onChange });
  const period = element("input", { id: "period", change: onChange });
  const columns = element("input", { id: "columns", change: onChange });
  const set = element("textarea", { id: "set", rows: "2", change: onChange });
  return {
    view: element(
      "details",
      {},
      element("summary", {}, say(phrase("More choices"))),
      field(phrase("One period alone, such as {example}", { example: "2026-Q1" }), period),
      field(phrase("Further columns in the files, by their ids"), columns),
      field(phrase("Values of parameters, NAME=VALUE on each line"), set),
      element("p", { class: "row" }, excel, element("label", { for: "excel" }, say(phrase("CSV files for Excel")))),
    ),
    read: () => ({ excel: excel.checked, period: period.value, columns: columns.value, set: set.value }),
  };

  function field(words: Bilingual, input: HTMLInputElement | HTMLTextAreaElement): HTMLElement {
    return element("p", { class: "row" }, element("label", { for: input.id }, say(words)), input);
  }
}
