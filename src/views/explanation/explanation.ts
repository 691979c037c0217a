import type { Line } from "../../document/block.ts";
import { line, toned } from "../../document/block.ts";
import type { Derivation } from "../../model/derivation.ts";
import type { Language } from "../../text/bilingual.ts";
import { periodTitle } from "../headings.ts";
import { decisionText, reasonText } from "../reason-text.ts";
import { marks, states } from "../words.ts";
import { changeLines } from "./change-lines.ts";
import { classLines } from "./class-lines.ts";
import { differingLines } from "./departures.ts";
import { quotaLine } from "./quota-lines.ts";
import { scoringLines } from "./scoring-lines.ts";
import { standingLines } from "./standing-lines.ts";
import type { Voice } from "./voice.ts";
import { createVoice } from "./voice.ts";

/** One result explained for people in their own language: who and when, then a tree from the result down to the cells. */
export function explanation(derivation: Derivation, language: Language): Line {
  const { plan, stage, period, provisional, result, classing, quotas } = derivation;
  const voice = createVoice(plan, stage, language);
  const { say } = voice;
  const classed = classLines(derivation, voice);
  const head = `${periodTitle({ ...plan, language }, { period, provisional })} · ${voice.person(result)}`;
  return toned("strong", head, [
    toned("strong", outcomeWords(derivation, voice)),
    ...markLines(derivation, voice),
    ...differingLines(derivation, voice),
    line(say("Score"), scoringLines(plan, derivation.scoring, voice)),
    ...(classed.length > 0 || classing.rules.length > 0 ? [line(say("Band"), classed)] : []),
    ...(result.decisions ?? []).map((each) =>
      toned("strong", `${say("Decision")}: ${decisionText({ ...plan, language }, each)}`),
    ),
    ...quotas.map((step) => quotaLine(step, voice)),
    ...standingLines(derivation, voice),
    ...changeLines(derivation, voice),
  ]);
}

/** `Hoàn thành tốt nhiệm vụ`, or why there is no band. */
function outcomeWords({ plan, result, scoring }: Derivation, { language, say, title, band, points }: Voice): string {
  const total = "total" in scoring && scoring.total ? ` · ${points(scoring.total.total)}` : "";
  if (result.state === "rated") return `${say("Result")}: ${band(result.band)}${total}`;
  const why = result.reason ? `: ${reasonText({ ...plan, language }, result.reason)}` : "";
  return `${say("Result")}: ${title(states[result.state])}${why}`;
}

const markLines = ({ result }: Derivation, { title }: Voice): Line[] =>
  result.marks.length === 0 ? [] : [line(result.marks.map((mark) => title(marks[mark])).join("; "))];
