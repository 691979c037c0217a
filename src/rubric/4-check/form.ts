import type { Check, Context } from "./context.ts";

/** Of forms that passed, what they are made of, by their areas: rubrics that adopt one law share most of it. */
const passed = new WeakMap<object, readonly unknown[]>();

/**
 * Checks that look at the form alone, which is what people fill in and the points it gives: columns, areas and items, and what
 * is known of all of them. A form that passed in another rubric is not looked at again.
 */
export const ofForm =
  (checks: readonly Check[]): Check =>
  (context) => {
    const form = formOf(context);
    const before = passed.get(context.rubric.areas);
    if (before?.length === form.length && before.every((part, at) => part === form[at])) return;
    const told = context.told();
    for (const check of checks) check(context);
    if (context.told() === told) passed.set(context.rubric.areas, form);
  };

/** All that such checks look at. What a condition means depends on more than its text. */
function formOf({ rubric, nodes, expressions }: Context): readonly unknown[] {
  const { subject, period, decimals, codes, ratings, total, columns = {} } = rubric;
  return [
    ...[subject, period, decimals, codes, ratings, total, rubric.columns],
    ...Object.values(columns).map((part) => expressions.get(part, "when")),
    ...nodes.flatMap(({ part, rollup }) => [part, rollup !== undefined, expressions.get(part, "when")]),
  ];
}
