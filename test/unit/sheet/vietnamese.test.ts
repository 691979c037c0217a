import { expect, test } from "vitest";
import { likenessOf } from "../../../src/sheet/1-records/encodings/vietnamese.ts";

test.each(["năm nữ nước", "đường người nghiêng khuỷu", "gì giữ giỏi quốc quý quyết", "thuở ngoẹo yến ỉu xoong"])(
  "%s: words of the language",
  (text) => {
    const words = text.split(" ").filter((word) => /[^ -~]/.test(word)).length;
    expect(likenessOf(text)).toEqual({ words, vietnamese: words });
  },
);

test.each(["ŵang", "zữ", "quốcc", "nèè", "gü", "ăâ", "tràùng", "Öffnung", "ChƯ"])(
  "%s: no word of the language",
  (text) => {
    expect(likenessOf(text)).toEqual({ words: 1, vietnamese: 0 });
  },
);
