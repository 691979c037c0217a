import { areas } from "./rubric-areas.ts";
import { bands } from "./rubric-bands.ts";
import { columns } from "./rubric-columns.ts";
import { groups } from "./rubric-groups.ts";
import { lookingBack } from "./rubric-looking-back.ts";
import { names } from "./rubric-names.ts";
import { ratings } from "./rubric-ratings.ts";
import { rollups } from "./rubric-rollups.ts";
import { scales } from "./rubric-scales.ts";
import { silence } from "./rubric-silence.ts";
import { tests } from "./rubric-tests.ts";

/** R1–R2, R4–R9: what a rubric means. */
export const rubric = {
  ...names,
  ...columns,
  ...areas,
  ...scales,
  ...bands,
  ...groups,
  ...rollups,
  ...lookingBack,
  ...ratings,
  ...silence,
  ...tests,
};
