import type { Code } from "../diagnostic.ts";
import { checking } from "./checking.ts";
import { command } from "./command.ts";
import { data } from "./data.ts";
import { decisions } from "./decisions.ts";
import { explaining } from "./explaining.ts";
import type { Explanation } from "./explanation.ts";
import { expression } from "./expression.ts";
import { history } from "./history.ts";
import { printing } from "./printing.ts";
import { raters } from "./raters.ts";
import { results } from "./results.ts";
import { rubric } from "./rubric.ts";
import { syntax } from "./syntax.ts";
import { tables } from "./tables.ts";
import { testing } from "./testing.ts";
import { writing } from "./writing.ts";

/** Loaded only when somebody asks for it: no other command pays for these texts. */
export const explanations: Readonly<Record<Code, Explanation>> = {
  ...syntax,
  ...rubric,
  ...expression,
  ...data,
  ...decisions,
  ...tables,
  ...results,
  ...history,
  ...command,
  ...printing,
  ...checking,
  ...explaining,
  ...writing,
  ...testing,
  ...raters,
};
