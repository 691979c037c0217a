// Makes docs/diagnostics/*.md of messages/*.md: a page for each family, and an index of all codes.

import type { OpenText } from "../../src/diagnostics/advice.ts";
import { adviceIn } from "../../src/diagnostics/advice.ts";
import { exampleLines, openedIn } from "../../src/diagnostics/explain-code.ts";
import type { Example } from "../../src/diagnostics/explanation.ts";
import { severityWords } from "../../src/diagnostics/message.ts";
import type { Language } from "../../src/text/bilingual.ts";
import type { Family, Message } from "./read.ts";

/** The pages by file name. */
export function pagesOf(
  families: readonly Family[],
  holeWords: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  const open: Open = { en: openedIn("en", holeWords), vi: openedIn("vi", holeWords) };
  const pages = families.map((each) => [`${each.name}.md`, page(each, open)] as const);
  return new Map([["README.md", contents(families, open)], ...pages]);
}

/** What texts are without what fills their holes. */
type Open = Readonly<Record<Language, OpenText>>;

function contents(families: readonly Family[], open: Open): string {
  const parts = families.map(({ name, title, messages }) =>
    paragraphs(`## [${title.en} / ${title.vi}](${name}.md)`, index(messages, `${name}.md`, open)),
  );
  return `${paragraphs(
    "# Diagnostics / Thông báo",
    "Every message of `score` has a code that keeps its meaning for ever: S is for reading a rubric, R for its meaning, D for data, A for results, C for the command line. `score explain CODE` prints the same in the terminal. These pages are generated from [messages](../../messages/README.md).",
    "Mỗi thông báo của `score` có một mã không bao giờ đổi nghĩa: S khi đọc bộ tiêu chí, R về ý nghĩa của nó, D về dữ liệu, A về kết quả, C về dòng lệnh. `score explain MÃ` in ra nội dung này trong cửa sổ lệnh. Các trang này được sinh từ thư mục [messages](../../messages/README.md).",
    ...parts,
  )}\n`;
}

const page = ({ title, messages }: Family, open: Open): string =>
  `${paragraphs(
    `# ${title.en} / ${title.vi}`,
    "[All codes / Mọi mã](README.md)",
    index(messages, "", open),
    ...messages.map((each) => section(each, open)),
  )}\n`;

const index = (messages: readonly Message[], file: string, open: Open): string =>
  messages
    .map(({ code, entry: { message } }) => {
      return `* [${code}](${file}#${code.toLowerCase()}): ${open.en(message)} / ${open.vi(message)}`;
    })
    .join("\n");

function section({ code, entry: { severity, message, hint }, advice, why, bad, fixed }: Message, open: Open): string {
  const says = (language: Language): string => {
    const first = `**${severityWords[severity][language]}**: ${open[language](message)}`;
    return [first, why[language], ...adviceIn(hint, open[language], advice).map((text) => `→ ${text}`)].join("\\\n");
  };
  const examples = ["Bad / Sai:", ...fences(bad), "Fixed / Đúng:", ...fences(fixed)];
  return paragraphs(`## ${code}`, says("en"), says("vi"), ...examples);
}

/** Fences are longer than any run of backticks inside. */
const fences = ({ argv, ...files }: Example): readonly string[] => [
  ...(argv === undefined ? [] : [fence("command", `score ${argv}`)]),
  ...Object.entries(files).map(([name, content]) => fence(name, content ?? "")),
];

const fence = (title: string, content: string): string =>
  `\`\`\`\`text title="${title}"\n${exampleLines(content).join("\n")}\n\`\`\`\``;

const paragraphs = (...parts: readonly string[]): string => parts.join("\n\n");
