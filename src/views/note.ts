import { text } from "../document/table.ts";
import type { Plan } from "../model/plan.ts";
import type { Stage } from "../model/stage.ts";
import type { Bilingual } from "../text/bilingual.ts";
import type { Field } from "./fields.ts";
import { reasonText } from "./reason-text.ts";
import { heads, marks, states } from "./words.ts";

/**
 * All that a reader should know of a result beside its numbers, in one text: its state, why it has no band or another one than
 * its points give, marks, awards, alerts.
 */
export function noteField(plan: Plan, stage: Stage): Field {
  const { language } = plan;
  const titled = (all: readonly { readonly id: string; readonly title: Bilingual }[], ids: readonly string[]) =>
    all.filter(({ id }) => ids.includes(id)).map(({ title }) => title[language]);
  return {
    id: "note",
    head: heads.note[language],
    type: text,
    cell: ({ state, reason, marks: marked, awards, alerts }) => {
      const why = reasonText(plan, reason);
      const isRated = state === "rated";
      const isDecided = isRated && marked.includes("decided");
      // Who is not rated by decision has that among the reasons.
      const isSaid =
        !isRated && reason?.kind === "decided" && reason.decisions.some(({ action }) => action === "not_rated");
      const because = (words: string): string => (why === "" ? words : `${words}: ${why}`);
      return [
        ...(isRated ? [] : [because(states[state][language])]),
        ...(isRated && !isDecided && why !== "" ? [why] : []),
        ...marked
          .filter((mark) => !(isSaid && mark === "decided"))
          .map((mark) => (isDecided && mark === "decided" ? because(marks[mark][language]) : marks[mark][language])),
        ...titled(stage.awards, awards),
        ...titled(stage.alerts, alerts),
      ].join("; ");
    },
  };
}
