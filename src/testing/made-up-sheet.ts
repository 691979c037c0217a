import { csvLines } from "../document/csv.ts";
import { table, id as word } from "../document/table.ts";
import { namesWithin } from "../expression/names.ts";
import type { Column } from "../model/column.ts";
import { periodId } from "../model/column.ts";
import type { Plan } from "../model/plan.ts";
import { formatDecimal } from "../number/decimal.ts";
import { extentOf, partsOf } from "../period/calendar.ts";
import type { Days } from "../period/date.ts";
import { dateOf, parseDate } from "../period/date.ts";
import type { Period } from "../period/period.ts";
import { periodOf } from "../period/period.ts";
import type { Cell } from "../rubric/2-shape/rubric.generated.ts";
import { itemsOf } from "../sheet/2-header/targets.ts";
import type { SheetInput } from "../sheet/4-rows/sheet-input.ts";
import { clean } from "../text/fold.ts";
import type { Saying } from "./sayings.ts";

/** A sheet of one row, made of what a rating of a test says. */
export interface MadeUpSheet extends SheetInput {
  readonly saying: Saying;
  /** The cells of its row by the ids of their columns, in the order of the sheet. */
  readonly cells: ReadonlyMap<string, string>;
  /** Whether the test names no period and a formula asks for it. */
  readonly choosesPeriod: boolean;
  /** Ids of columns that no row can be without, and for which the test gives nothing. */
  readonly lacking: readonly string[];
}

/**
 * The cells that a test (`name`) gives, as a sheet would hold them: the reader of sheets then treats them like any others. Who
 * it is about and texts that decide nothing get a stand-in; the period is the first that the rubric is valid for.
 */
export function makeUpSheet(plan: Plan, name: string, saying: Saying): MadeUpSheet {
  // What stands there can change a result.
  const deciding = namesWithin(plan);
  const cells = new Map<string, string>([[periodId, firstPeriod(plan)]]);
  for (const [index, column] of plan.columns.entries()) {
    if (column.id === periodId || !isRequired(column) || column.type.kind !== "text") continue;
    const isIdentity = plan.key.includes(index) || plan.name === index;
    if (!deciding.has(column.id)) cells.set(column.id, isIdentity ? clean(name) || "?" : column.id);
  }
  for (const { id } of [...plan.columns, ...itemsOf(plan).map(({ node }) => node)]) {
    if (!cells.has(id)) cells.set(id, "");
  }
  for (const [id, { value }] of saying.cells) cells.set(id, cellOf(value, plan));
  // The reader takes every cell as it is: nothing here is defused.
  const columns = [...cells.keys()].map((head) => ({ id: head, head, type: word }));
  const lines = csvLines(table(columns, [[...cells.values()]]));
  const bytes = new TextEncoder().encode(`sep=,\n${[...lines].join("")}`);
  return {
    name: saying.source ?? "",
    saying,
    cells,
    choosesPeriod: !saying.cells.has(periodId) && namesOfPeriod.some((each) => deciding.has(each)),
    lacking: plan.columns
      .filter((each) => isRequired(each) && clean(cells.get(each.id) ?? "") === "")
      .map(({ id }) => id),
    async *open() {
      yield bytes;
    },
  };
}

const namesOfPeriod = ["period", "period_start", "period_end"];

/** In every row; a column with a condition of its own is told by the reader of sheets. */
const isRequired = ({ required, when, compare }: Column): boolean => required && !when && !compare;

/** A number with three decimals gets one zero more, so that its mark can part no thousands. */
function cellOf(value: Cell, { decimalMark = "." }: Plan): string {
  if (typeof value === "string" || typeof value === "boolean") return String(value);
  return formatDecimal(value)
    .replace(/\.(\d{3})$/, ".$10")
    .replace(".", decimalMark);
}

/** The first period that ends in the validity of the rubric; where that has no beginning, of the year of its end, or of 2000. */
function firstPeriod({ stage, valid }: Plan): string {
  const from = parseDate(valid?.from ?? `${valid?.to?.slice(0, 4) ?? "2000"}-01-01`) as Days;
  const { year } = dateOf(from);
  const years = [year, year + 1].map((each) => periodOf("year", each) as Period);
  const periods = stage.period === "year" ? years : years.flatMap((each) => partsOf(each, stage.period));
  return (periods.find((each) => extentOf(each).last >= from) as Period).name;
}
