import { doubleTextOf } from "../../../number/double.ts";
import { uncomputed } from "../records.ts";
import type { XmlPiece } from "./xml.ts";
import { attributeOf } from "./xml.ts";

/** A cell with something in it. */
export interface OdsCell {
  readonly text: string;
  readonly isNumber: boolean;
  readonly shown: string;
}

const textCell = (text: string): OdsCell => ({ text, isNumber: false, shown: text });

/** What a tag or a text inside of a cell adds to the `text` before it. */
export function writtenIn({ kind, name, attributes }: XmlPiece, text: string): string {
  switch (name) {
    case "":
      return attributes;
    case "text:p":
      return kind !== "close" && text !== "" ? "\n" : "";
    case "text:s":
      return kind === "close"
        ? ""
        : " ".repeat(Math.min(100, Number.parseInt(attributeOf(attributes, "text:c") ?? "1", 10)));
    case "text:tab":
    case "text:line-break":
      return kind === "close" ? "" : " ";
    default:
      return "";
  }
}

/**
 * A cell from its attributes and the text that it says it shows, if it does; undefined for a blank one. A formula that gives an empty
 * text has no type, but says that it shows nothing.
 */
export function odsCell(attributes: string, text: string | undefined): OdsCell | undefined {
  const type = attributeOf(attributes, "office:value-type");
  const shown = text ?? "";
  if (type === undefined) {
    if (text === undefined && attributeOf(attributes, "table:formula") !== undefined) return textCell(uncomputed);
    return shown === "" ? undefined : textCell(shown);
  }
  switch (type) {
    case "float":
    case "currency":
    case "percentage": {
      const places = type === "percentage" ? 2 : 0;
      const text = doubleTextOf(attributeOf(attributes, "office:value") ?? "", places);
      if (text === undefined) return textCell(shown);
      if (isTruthValue(text, shown)) return textCell(text === "1" ? "TRUE" : "FALSE");
      return numberCell(`${text}${type === "percentage" ? "%" : ""}`, shown);
    }
    case "date": {
      const text = (attributeOf(attributes, "office:date-value") ?? shown)
        .replace(/T00:00:00(?:\.0+)?$/, "")
        .replace("T", " ");
      return numberCell(text, text);
    }
    case "time": {
      const [, ...parts] = /^PT(\d+)H(\d+)M(\d+)/.exec(attributeOf(attributes, "office:time-value") ?? "") ?? [];
      return textCell(parts.length > 0 ? parts.join(":") : shown);
    }
    case "boolean":
      return textCell((attributeOf(attributes, "office:boolean-value") ?? shown).toUpperCase());
    default: {
      const text = shown || (attributeOf(attributes, "office:string-value") ?? "");
      return text === "" ? undefined : textCell(text);
    }
  }
}

/** Only zeros and digits matter of how a number is shown: not that it is cut to the width of its column, nor digits that it has not. */
const numberCell = (text: string, shown: string): OdsCell => ({
  text,
  isNumber: true,
  shown: /^[\d\p{L}][\d\p{L} ./-]*$/u.test(shown) && ![shown, text].some(hasExponent) ? shown : text,
});

/** LibreOffice keeps one as a number that it shows as a word of the person's language. */
const isTruthValue = (text: string, shown: string): boolean =>
  (text === "0" || text === "1") && /^[\p{L}\p{M}]+$/u.test(shown);

const hasExponent = (text: string): boolean => /\dE[+-]?\d/.test(text);
