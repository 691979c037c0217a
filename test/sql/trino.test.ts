import { hasTrino } from "../support/engines/installed.ts";
import { startTrino } from "../support/engines/trino.ts";
import { conforms } from "./conformance.ts";

conforms("trino", { isThere: hasTrino, start: startTrino, random: 4, golden: 20 });
