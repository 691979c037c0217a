import type { Bilingual } from "./bilingual.ts";

/** `, did you mean X?` for the hole `{suggestion}`; empty where nothing is near. */
export const suggestion = (near: string | undefined): Bilingual =>
  near === undefined ? { en: "", vi: "" } : { en: `, did you mean ${near}?`, vi: `, có phải là ${near}?` };
