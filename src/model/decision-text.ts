import type { Bilingual, Language } from "../text/bilingual.ts";
import type { Decision, DecisionAction } from "./given.ts";

/** What each action does, in a few words; the value of the decision follows. */
const decisionWords: Readonly<Record<DecisionAction, Bilingual>> = {
  exempt: { en: "exempt from rule", vi: "không áp dụng quy tắc" },
  rate: { en: "rated", vi: "được xếp loại" },
  was: { en: "formerly under another key", vi: "trước đây mang mã khác" },
  set_band: { en: "band set", vi: "xếp mức" },
  not_rated: { en: "by decision", vi: "theo quyết định" },
  award: { en: "award given", vi: "được khen thưởng" },
  no_award: { en: "award not given", vi: "không khen thưởng" },
};

/** A decision as it stands among the reasons of a result: `xếp mức tot: hoàn cảnh khó khăn (Ban Thường vụ, 2026-04-02)`. */
export function decisionText(language: Language, { action, value, reason, authority, date }: Decision): string {
  const what = decisionWords[action][language];
  const by = date === "" ? authority : `${authority}, ${date}`;
  // A former key is nobody's business but of those who keep the keys.
  const of = value === "" || action === "was" ? "" : ` ${value}`;
  return `${what}${of}: ${reason} (${by})`;
}
