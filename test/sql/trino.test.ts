import { hasTrino } from "../support/engines/installed.ts";
import { startTrino } from "../support/engines/trino.ts";
import { conforms } from "./conformance/conforms.ts";

conforms("trino", { isThere: hasTrino, start: startTrino, random: 4, isSlow: true, golden: 12, longer: 4 });
