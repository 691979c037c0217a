import { cells } from "./data-cells.ts";
import { files } from "./data-files.ts";
import { rows } from "./data-rows.ts";

/** D: score sheets, history, decisions and tables. */
export const data = { ...files, ...cells, ...rows };
