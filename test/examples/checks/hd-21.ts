import type { Check } from "../expectation.ts";
import { BEFORE_366, frame366, quartersOf } from "../frame-366.ts";

const check: Check = (sheet) =>
  frame366(
    quartersOf(2022, (file) => sheet(file, { delimiter: ";" })),
    BEFORE_366,
  );
export default check;
