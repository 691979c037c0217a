import { times, whole } from "../exact.ts";
import type { Check } from "../expectation.ts";
import { frame366 } from "../frame-366.ts";

const check: Check = (sheet) => {
  const rows = sheet("2026-Q1.csv", { delimiter: ";" });
  return frame366([{ name: "2026-Q1", rows }], {
    above: 30,
    room: ({ all }, share) => whole(times(share, all)),
    bonus: (row) => row("Điểm thưởng") || 0,
  });
};
export default check;
