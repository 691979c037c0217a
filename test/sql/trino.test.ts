import { hasTrino } from "../support/engines/installed.ts";
import { startTrino } from "../support/engines/trino.ts";
import { conforms, randomRubrics } from "./conformance/conforms.ts";

conforms("trino", { isThere: hasTrino, start: startTrino, random: randomRubrics(3, 30), golden: 12, longer: 4 });
