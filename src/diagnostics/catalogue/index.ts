import { checking } from "./checking.ts";
import { command } from "./command.ts";
import { data } from "./data.ts";
import { decisions } from "./decisions.ts";
import { explaining } from "./explaining.ts";
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

/**
 * Every diagnostic of the program by its stable code. The letter is the phase: S reading a rubric, R its meaning,
 * D the data, A aggregation, C the command. A code that has been published keeps its meaning for ever.
 */
export const catalogue = {
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
export type Catalogue = typeof catalogue;
