import type { Code } from "../../diagnostics/diagnostic.ts";
import type { BatchTaker } from "../../model/batch.ts";
import type { Row, RowHead } from "../../model/row.ts";
import type { AskedPeriod } from "../../period/asked-period.ts";
import type { FileInput } from "../1-records/open-records.ts";
import type { Spellings } from "../spellings/spellings.ts";
import type { Corrections } from "./corrections.ts";

/** A score sheet to read. */
export interface SheetInput extends FileInput {
  /** What the command line says the sheet covers (`2026-Q1=q1.csv`), in any written form. */
  readonly period?: string;
  /** The name of another file with the same bytes, the same for all of them but that one. */
  readonly sameAs?: string;
}

export interface SheetOptions {
  /** Takes plain rows in batches, in turn with the others. */
  readonly batches?: BatchTaker | undefined;
  /** Is shown the texts that say who somebody is or where he belongs. */
  readonly spellings?: Spellings;
  /** Rows that come back mended. */
  readonly corrections?: Corrections;
  /** Rows carry what stands in columns that the rubric does not use. */
  readonly keepsColumns?: boolean;
  /** `--period`: names the period of the rows only where a single sheet has no other. */
  readonly period?: AskedPeriod;
}

/** A row that leaves its subject incomplete: because of an error of its own, or because it holds nothing; what is known of it. */
export interface BrokenRow extends Pick<RowHead, "key" | "sheet" | "line"> {
  /** Absent where nobody can tell. */
  readonly period?: string;
  /** Absent where there is no error: the row holds nothing but its key. */
  readonly code?: Code;
  /** Those that could be read; absent where the cells may stand in wrong columns. */
  readonly columns?: RowHead["columns"];
}

/** Who gets the rows, in the order of the sheet. */
export interface RowTaker {
  /** Takes rows in batches too; absent where it wants each for itself. */
  readonly batches?: BatchTaker | undefined;
  /** A row without an error of its own. */
  onRow(row: Row): void;
  onBroken(row: BrokenRow): void;
}
