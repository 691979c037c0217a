import type { Language } from "../../text/bilingual.ts";
import { phrase } from "../../text/phrase.ts";
import { escaped } from "./escape.ts";
import { css, script, scriptHash } from "./page.generated.ts";

/** What a browser may do with the page: show it and run its one script; it loads nothing and sends nothing. */
const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src '${scriptHash}'; base-uri 'none'; form-action 'none'`;

/** What stands before the content of a page. */
export function* pageStart(title: string, language: Language): Generator<string> {
  yield `<!doctype html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">\n`;
  yield `<meta http-equiv="Content-Security-Policy" content="${policy}">\n`;
  yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="robots" content="noindex">\n';
  yield `<title>${escaped(title)}</title>\n<style>\n${css}</style>\n`;
  const words = { search: phrase("Search")[language], all: phrase("All")[language] };
  yield `<script type="application/json" id="words">${JSON.stringify(words)}</script>\n</head>\n<body>\n<main>\n`;
}

/** What stands behind it. */
export function* pageEnd(): Generator<string> {
  yield `</main>\n<script>${script}</script>\n</body>\n</html>\n`;
}
