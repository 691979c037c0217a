import type { Span } from "../text/source.ts";
import { suggest } from "../text/suggest.ts";
import type { Checked, Context } from "./context.ts";
import { daysOf } from "./date.ts";
import type { Type } from "./tree.ts";
import { asWritten, kinds } from "./words.ts";

/** A text in quotes: a date, a band or a value where that is wanted. */
export function checkText(value: string, span: Span, context: Context, wanted: Type | undefined): Checked | undefined {
  switch (wanted?.kind) {
    case "date": {
      const days = daysOf(value);
      if (days === undefined) return context.report("R314", { value }, span);
      return { expression: { kind: "literal", value: days }, type: wanted };
    }
    case "band":
    case "choice": {
      const values = wanted.kind === "band" ? wanted.bands : wanted.values;
      const of = wanted.kind === "band" ? kinds.band : asWritten(wanted.name);
      if (values.includes(value)) return { expression: { kind: "literal", value }, type: wanted };
      return context.report(
        "R309",
        { value, of, suggestion: suggest(value, values), values: values.length > 0 ? values.join(", ") : undefined },
        span,
      );
    }
    default:
      return { expression: { kind: "literal", value }, type: { kind: "text" } };
  }
}
