// The types of validator.generated.js, which scripts/build.mjs makes from schema/rubric.schema.json.
import type { ErrorObject } from "ajv";

export interface Validator {
  (data: unknown): boolean;
  /** What the last call found; null when it found nothing. Overwritten by the next call. */
  readonly errors?: ErrorObject[] | null;
}

export declare const validate: Validator;
