import { expect, test } from "vitest";
import { withoutNumber } from "../../../src/sheet/2-header/numbered-head.ts";

test.each([
  "I. ",
  "IV) ",
  "1. ",
  "1.2 ",
  "1.2. ",
  "2.10.3 ",
  "a) ",
  "(b) ",
  "A - ",
  "3/ ",
  "(1) ",
  "II: ",
  "1.",
  "II.2. ",
  "A.1) ",
  "Câu 4. ",
  "Tiêu chí 2: ",
  "MỤC 3 - ",
  "(Question 12) ",
])("%j before a name numbers it", (number) => expect(withoutNumber(`${number}Tư tưởng`)).toBe("Tư tưởng"));

test.each([
  "Tư tưởng",
  "1 Tư tưởng",
  "A Tư tưởng",
  "Tư. tưởng",
  "10A1",
  "A1",
  "2.5",
  "5S",
  "I",
  "Quý I. Tư tưởng",
  "Civil. Tư tưởng",
  "Tiêu chí B2",
  "Câu đố: Tư tưởng",
])("%s stays as it is", (head) => expect(withoutNumber(head)).toBe(head));
