import schema from "../../../schema/rubric.schema.json" with { type: "json" };
import type { Session } from "../session.ts";
import { exit } from "../session.ts";

/** Prints the JSON Schema with which editors check and complete rubrics. */
export async function run({ io }: Session): Promise<number> {
  await io.stdout.write(`${JSON.stringify(schema, null, 2)}\n`);
  return exit.fine;
}
