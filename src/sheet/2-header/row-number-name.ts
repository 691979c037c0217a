import { fold, spelledWords } from "../../text/fold.ts";
import { rowNumberNames } from "../vocabulary.ts";

const folded = spelledWords(rowNumberNames, fold);

/** Is it the name of a column that numbers the rows? */
export const isRowNumberName = (name: string): boolean => folded.has(fold(name));
