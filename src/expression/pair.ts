import type { Checked, Context } from "./context.ts";
import type { Syntax } from "./syntax.ts";
import type { Type } from "./tree.ts";

/**
 * Checks two parts that must be of one kind. A side with a text in quotes is checked last, as what the other
 * side makes of them: dates, bands or values of a choice.
 */
export function checkPair(
  left: Syntax,
  right: Syntax,
  leftContext: Context,
  rightContext: Context,
  wanted?: Type,
): [Checked | undefined, Checked | undefined] {
  if (isTextual(left) && !isTextual(right)) {
    const second = rightContext.check(right, rightContext, wanted);
    return [leftContext.check(left, leftContext, wanted ?? second?.type), second];
  }
  const first = leftContext.check(left, leftContext, wanted);
  return [first, rightContext.check(right, rightContext, wanted ?? first?.type)];
}

function isTextual(syntax: Syntax): boolean {
  if (syntax.kind === "choose") return isTextual(syntax.yes) || isTextual(syntax.no);
  return syntax.kind === "text";
}
