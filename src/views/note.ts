import { text } from "../document/table.ts";
import type { Plan, Stage } from "../model/plan.ts";
import type { Bilingual } from "../text/bilingual.ts";
import type { Field } from "./fields.ts";
import { reasonText } from "./reason-text.ts";
import { heads, marks, states } from "./words.ts";

/** All that a reader should know of a result beside its numbers, in one text: state and reason, marks, awards, alerts. */
export function noteField(plan: Plan, stage: Stage): Field {
  const { language } = plan;
  const titled = (all: readonly { readonly id: string; readonly title: Bilingual }[], ids: readonly string[]) =>
    all.filter(({ id }) => ids.includes(id)).map(({ title }) => title[language]);
  return {
    id: "note",
    head: heads.note[language],
    type: text,
    cell: ({ state, reason, marks: marked, awards, alerts }) => {
      const why = reason ? `: ${reasonText(plan, reason)}` : "";
      return [
        ...(state === "rated" ? [] : [states[state][language] + why]),
        // Who decided, and why, is to stand in every view.
        ...marked.map((mark) => marks[mark][language] + (mark === "decided" && state === "rated" ? why : "")),
        ...titled(stage.awards, awards),
        ...titled(stage.alerts, alerts),
      ].join("; ");
    },
  };
}
