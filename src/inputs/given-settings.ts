import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import type { Setting } from "../model/library.ts";
import { source } from "../text/source.ts";

/** Values for parameters as people give them, `NAME=VALUE`; what is none is reported. */
export function givenSettings(texts: readonly string[] = [], diagnostics: Diagnostics): readonly Setting[] {
  const settings = new Map<string, Setting>();
  for (const text of texts) {
    const [, name, value] = /^([A-Za-z]\w*)=(.+)$/s.exec(text) ?? [];
    if (name === undefined || value === undefined) {
      diagnostics.report("C137", { found: text });
      continue;
    }
    const first = settings.get(name);
    if (first) diagnostics.report("C108", { flag: `--set ${name}`, first: first.value.text, second: value });
    settings.set(name, { name, value: source(`--set ${name}`, value) });
  }
  return [...settings.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
