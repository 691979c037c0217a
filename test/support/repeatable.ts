// `npm test` tries the same random inputs every time, so that a change is judged by what it changed; `npm run check:deep` tries others.
import fc from "fast-check";

fc.configureGlobal({ seed: 20_261_129 });
