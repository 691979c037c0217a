import { fold } from "../../text/fold.ts";
import { rowNumberNames } from "../vocabulary.ts";

const folded = new Set(rowNumberNames.map(fold));

/** Is it the name of a column that numbers the rows? */
export const isRowNumberName = (name: string): boolean => folded.has(fold(name));
