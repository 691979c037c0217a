import type { rubric as entries } from "../catalogue/rubric.ts";
import type { Explanation } from "./explanation.ts";
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

export const rubric: { readonly [Code in keyof typeof entries]: Explanation } = {
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
