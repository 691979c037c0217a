import type { Bilingual } from "../text/bilingual.ts";

/** What cannot be written in SQL; caught where the query is begun, and nowhere else. */
export class NotInSql extends Error {
  readonly construct: string;
  readonly reason: Bilingual | undefined;
  constructor(construct: string, reason?: Bilingual) {
    super(construct);
    this.construct = construct;
    this.reason = reason;
  }
}
