import { placeText } from "../diagnostics/findings.ts";
import type { Finding } from "../diagnostics/render-json.ts";
import { phrase } from "../text/phrase.ts";
import { element } from "./element.ts";
import type { Speech } from "./speech.ts";

/** A list of what was found, with the cell or the line where it stands. @param goTo shows a line of the rubric */
export function findingsView(
  findings: readonly Finding[],
  rubric: string,
  goTo: (line: number) => void,
  { language }: Speech,
): HTMLElement {
  return element("ul", { class: "findings" }, ...findings.map(rowOf));

  function rowOf({ code, severity, message, hint, place, more }: Finding): HTMLElement {
    const words = { error: phrase("error"), warning: phrase("warning"), note: phrase("note") }[severity][language()];
    const rest =
      more === undefined
        ? []
        : [element("p", { class: "hint" }, phrase("{more} more of {code}", { more, code })[language()])];
    return element(
      "li",
      { class: severity },
      element("strong", {}, `${words} ${code}`),
      ...(place ? [" ", placeOf(place)] : []),
      ": ",
      message,
      ...(hint === undefined ? [] : [element("p", { class: "hint" }, hint)]),
      ...rest,
    );
  }

  function placeOf(place: NonNullable<Finding["place"]>): HTMLElement {
    if (!("line" in place)) return element("span", { class: "place" }, place.file);
    return place.file === rubric
      ? element("button", { type: "button", class: "place", click: () => goTo(place.line) }, placeText(place))
      : element("span", { class: "place" }, placeText(place));
  }
}
