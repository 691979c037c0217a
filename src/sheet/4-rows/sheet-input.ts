import type { Code } from "../../diagnostics/diagnostic.ts";
import type { Row } from "../../model/row.ts";

/** A score sheet to read. Errors that `open` or its bytes throw (no such file, a broken disk) pass through to the caller. */
export interface SheetInput {
  /** File name as given; diagnostics and the layout of the rows carry it. */
  readonly name: string;
  /** What the command line says the sheet covers (`2026-Q1=q1.csv`), in any written form. */
  readonly period?: string;
  open(): AsyncIterable<Uint8Array>;
}

export interface SheetOptions {
  /** `--period`: names the period of the rows only where a single sheet has no other. */
  readonly period?: string;
}

/** A row that is left out because of an error of its own; what is known of it. */
export interface BrokenRow {
  readonly key: string;
  /** Absent where nobody can tell. */
  readonly period?: string;
  readonly code: Code;
  /** As in {@link Row}, those that could be read; absent where the cells may stand in wrong columns. */
  readonly columns?: Row["columns"];
  readonly file: string;
  readonly line: number;
}

/** Who gets the rows, in the order of the sheet. */
export interface RowTaker {
  /** A row without an error of its own. */
  onRow(row: Row): void;
  onBroken(row: BrokenRow): void;
}
