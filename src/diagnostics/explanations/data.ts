import type { data as entries } from "../catalogue/data.ts";
import { cells } from "./data-cells.ts";
import { files } from "./data-files.ts";
import { rows } from "./data-rows.ts";
import type { Explanation } from "./explanation.ts";

export const data: { readonly [Code in keyof typeof entries]: Explanation } = { ...files, ...cells, ...rows };
