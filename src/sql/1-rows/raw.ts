import type { Item, Scale } from "../../model/node.ts";
import { NotInSql } from "../not-in-sql.ts";
import type { Scaled } from "../numbers/values.ts";
import { millionths } from "../numbers/values.ts";
import type { Writing } from "../parts.ts";
import { levelWords, yesSql } from "./items.ts";

/** `raw.A1`: the cell of an item before its scale. A code word is none. */
export function rawNumberSql(id: string, writing: Writing): Scaled {
  scaleOf(id, writing, ["points", "count", "ratio", "table"]);
  return { sql: `n_${id}`, parts: BigInt(millionths) };
}

export function rawTextSql(id: string, writing: Writing): Scaled {
  const scale = scaleOf(id, writing, ["levels"]) as Scale & { kind: "levels" };
  const { dialect } = writing;
  const known = scale.levels.map((level) => `WHEN x_${id} IN (${levelWords(level, dialect)}) THEN '${level.id}'`);
  return { sql: `CASE ${known.join(" ")} END`, parts: 1n };
}

export function rawFlagSql(id: string, writing: Writing): Scaled {
  const scale = scaleOf(id, writing, ["yes"]) as Scale & { kind: "yes" };
  return { sql: `CASE ${yesSql(scale, `x_${id}`, ["TRUE", "FALSE"], writing.dialect)} END`, parts: 1n };
}

function scaleOf(id: string, { stage }: Writing, kinds: readonly string[]): Scale {
  const body = stage.nodes.find((node) => node.id === id)?.body as Item | undefined;
  if (body?.cell === undefined || !kinds.includes(body.scale.kind)) throw new NotInSql("raw");
  return body.scale;
}
