import type { Check } from "./context.ts";

/** What a blank cell means is for the rubric to say, above all items or at each. */
export const checkMissing: Check = ({ rubric, places, diagnostics, nodes }) => {
  const silent = nodes.filter(({ part, missing }) => part.items === undefined && missing === undefined);
  const first = silent[0];
  if (!first) return;
  const count = silent.length;
  diagnostics.report("R801", { id: first.part.id, count }, places.key(rubric, "areas"), [
    {
      place: places.value(first.part, "id"),
      message: { en: "the first item without a policy", vi: "tiêu chí đầu tiên chưa có quy định" },
    },
  ]);
};
