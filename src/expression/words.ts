import { formatDecimal } from "../number/decimal.ts";
import type { Bilingual } from "../text/bilingual.ts";
import type { Bounds } from "./interval.ts";
import type { Type } from "./tree.ts";

export const kinds: Readonly<Record<Type["kind"], Bilingual>> = {
  number: { en: "a number", vi: "số" },
  text: { en: "a text", vi: "chữ" },
  flag: { en: "a yes/no value", vi: "giá trị đúng/sai" },
  date: { en: "a date", vi: "ngày" },
  choice: { en: "a choice", vi: "giá trị lựa chọn" },
  band: { en: "a band", vi: "mức xếp loại" },
  list: { en: "a list", vi: "danh sách" },
  record: { en: "a record", vi: "bản ghi" },
  table: { en: "a table", vi: "bảng tra cứu" },
};

/** A type in words, for a message. */
export function describe(type: Type): Bilingual {
  if (type.kind === "choice") return ofName(kinds.choice, type.name);
  if (type.kind !== "list") return kinds[type.kind];
  const of = describe(type.of);
  return { en: `a list (each ${of.en})`, vi: `danh sách (mỗi phần tử là ${of.vi})` };
}

export const ofName = (what: Bilingual, name: string): Bilingual => ({
  en: `${what.en} (${name})`,
  vi: `${what.vi} (${name})`,
});

/** Something as it is written, in both languages. */
export const asWritten = (text: string): Bilingual => ({ en: `\`${text}\``, vi: `\`${text}\`` });

/** `a number from 1 to 12`. */
export function between({ min, max }: Bounds): Bilingual {
  const [en, vi] = [kinds.number.en, kinds.number.vi];
  const [from, to] = [min, max].map((bound) => bound !== undefined && formatDecimal(bound));
  return {
    en: `${en}${from ? ` from ${from}` : ""}${to ? ` up to ${to}` : ""}`,
    vi: `${vi}${from ? ` từ ${from}` : ""}${to ? ` đến ${to}` : ""}`,
  };
}
