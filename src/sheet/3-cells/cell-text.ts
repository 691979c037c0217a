import { clean } from "../../text/fold.ts";
import { restore } from "../../text/formula.ts";

/**
 * The text that a person sees in a cell: cleaned, as it was before this program defused it, and without what spreadsheets
 * keep zeros with, `="001"` and `'001`.
 */
export function cellText(raw: string): string {
  const text = clean(restore(raw));
  if (text.startsWith('="') && text.endsWith('"') && text.length > 2)
    return clean(text.slice(2, -1).replaceAll('""', '"'));
  return /^'\d/.test(text) ? text.slice(1) : text;
}
