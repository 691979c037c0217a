// `npm run check:deep`: property tests search a hundred times longer than in `npm test`.
import fc from "fast-check";

fc.configureGlobal({ numRuns: 10_000 });
