import { hasSpark } from "../support/engines/installed.ts";
import { startSpark } from "../support/engines/spark.ts";
import { conforms } from "./conformance.ts";

conforms("spark", { isThere: hasSpark, start: startSpark, random: 10 });
