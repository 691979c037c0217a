import { times, whole } from "../exact.ts";
import type { Check } from "../expectation.ts";
import { frame366, quartersOf } from "../frame-366.ts";
import { roomAfter } from "../quota.ts";

const check: Check = (sheet) => {
  const quarters = quartersOf(2026, (file) => sheet(file, { delimiter: ";" }));
  return [
    // One in five of those rated tốt, once the surplus has moved there.
    ...frame366(quarters, { above: 30, room: ({ first, second }, share) => roomAfter(first, second, share) }, "khung/"),
    // The district: of those rated tốt or better; of equals at the cut nobody stays; three quarters make the year.
    ...frame366(
      quarters,
      { above: 30, room: ({ first, second }, share) => whole(times(share, first + second)), ties: "out", parts: 3 },
      "huyen/",
    ),
  ];
};
export default check;
