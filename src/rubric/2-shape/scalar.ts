import { parseDecimal } from "../../number/decimal.ts";
import type { Exact } from "../../number/exact.ts";
import type { ScalarNode } from "../1-read/document.ts";

/**
 * What a scalar means by the core schema of YAML 1.2, numbers from their source text. `unclear`: YAML has a number for
 * it that people may read otherwise, or none that is finite (`010`, `0x10`, `.inf`).
 */
export type Reading =
  | { readonly kind: "nothing" }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "number"; readonly value: Exact }
  | { readonly kind: "unclear" }
  /** `$name`, which a body that adopts the rubric fills in. */
  | { readonly kind: "parameter" }
  | { readonly kind: "text" };

const decimal = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/;
const otherNumber = /^(?:0x[\da-fA-F]+|0o[0-7]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

export function readScalar({ style, text }: ScalarNode): Reading {
  if (style !== "plain") return { kind: "text" };
  if (/^(?:|~|null|Null|NULL)$/.test(text)) return { kind: "nothing" };
  if (/^(?:true|True|TRUE|false|False|FALSE)$/.test(text)) return { kind: "boolean", value: /^t/i.test(text) };
  if (/^\$[A-Za-z]\w*$/.test(text)) return { kind: "parameter" };
  if (otherNumber.test(text)) return { kind: "unclear" };
  if (!decimal.test(text)) return { kind: "text" };
  const value = /^[-+]?0\d/.test(text) ? undefined : parseDecimal(text);
  return value === undefined ? { kind: "unclear" } : { kind: "number", value };
}
