import type { writing as entries } from "../catalogue/writing.ts";
import type { Explanation } from "./explanation.ts";

const compute = "compute rubric.yaml sheet.csv --out out";
const fixed = { argv: compute };

/** A receipt as an earlier run with the results of one quarter left it. */
const receipt = `{ "receipt": 1, "outputs": [{ "name": "2026-Q1.csv", "bytes": 0, "sha256": "" }] }`;

export const writing: { readonly [Code in keyof typeof entries]: Explanation } = {
  C201: {
    text: {
      en: "Results only go into a folder that is empty, or whose receipt (receipt.json) says that score filled it. Otherwise a slip in --out could mix them with other papers, or replace those.",
      vi: "Kết quả chỉ được ghi vào thư mục rỗng, hoặc thư mục có biên nhận (receipt.json) cho biết chính score đã ghi. Nếu không, một lần gõ nhầm --out có thể làm lẫn hoặc mất giấy tờ khác.",
    },
    bad: { argv: compute, "out/letter.txt": "Dear colleagues\n" },
    fixed,
  },
  C202: {
    text: {
      en: "Of a folder with earlier results, only the files that its receipt lists are replaced. This one is not listed, so somebody else put it there.",
      vi: "Trong thư mục có kết quả cũ, chỉ những tệp mà biên nhận liệt kê mới được thay. Tệp này không có trong biên nhận, nghĩa là do người khác đặt vào.",
    },
    bad: {
      argv: compute,
      "out/receipt.json": receipt,
      "out/2026-Q1.csv": "",
      "out/summary.csv": "my own summary\n",
    },
    fixed: {
      argv: compute,
      "out/receipt.json": receipt,
      "out/2026-Q1.csv": "",
      "out/my-summary.csv": "my own summary\n",
    },
  },
  C203: {
    text: {
      en: "--out names a folder, because results are several files: one for each period, a summary and a receipt.",
      vi: "--out là tên một thư mục, vì kết quả gồm nhiều tệp: mỗi kỳ một tệp, một bảng tổng hợp và một biên nhận.",
    },
    bad: { argv: compute, out: "" },
    fixed,
  },
  C204: {
    text: {
      en: "The system did not let score write. New results are first built in a working folder beside the results and only then put in their place; if that fails the old ones are put back, so nothing is half done.",
      vi: "Hệ thống không cho score ghi. Kết quả mới được dựng trong thư mục tạm bên cạnh rồi mới đưa vào chỗ của nó; nếu không được thì kết quả cũ được trả lại, không có gì dở dang.",
    },
    bad: { argv: compute, ".out.score-work": "a file where the working folder should be\n" },
    fixed,
  },
  C205: {
    text: {
      en: "Two runs at once would mix their files, so the second one is refused. A run that was killed does not count; but if its process number has since been given to another program, the lock has to be deleted by hand.",
      vi: "Hai lần chạy cùng lúc sẽ làm lẫn tệp của nhau, nên lần sau bị từ chối. Lần chạy đã bị ngắt không tính; nhưng nếu số tiến trình của nó đã được cấp cho chương trình khác thì phải xóa khóa bằng tay.",
    },
    bad: { argv: compute, ".out.score-work/lock/1": "" },
    fixed,
  },
  C206: {
    text: {
      en: "While new results were put in the place of the old ones something stood in the way, and the old ones could not be put back either. Nothing is lost: the new files wait in the working folder. Until they are moved there is no valid receipt, so no command trusts the folder.",
      vi: "Khi thay kết quả cũ bằng kết quả mới thì gặp vật cản, và cũng không trả lại được kết quả cũ. Không mất gì cả: tệp mới đang chờ trong thư mục tạm. Cho đến khi chuyển xong thì chưa có biên nhận hợp lệ, nên không lệnh nào tin vào thư mục đó.",
    },
    bad: {
      argv: compute,
      ".out.score-work/ready.json": `{ "files": [], "remove": [] }`,
      ".out.score-work/new/receipt.json": receipt,
      ".out.score-work/old/receipt.json": receipt,
      "out/receipt.json/notes.txt": "a folder where the receipt should be\n",
    },
    fixed,
  },
  C207: {
    text: {
      en: "A run was killed while it replaced old results by new ones that were complete already. This command has finished the replacement before doing its own work.",
      vi: "Một lần chạy bị ngắt khi đang thay kết quả cũ bằng kết quả mới đã hoàn chỉnh. Lệnh này đã làm nốt việc thay đó trước khi làm việc của mình.",
    },
    bad: {
      argv: compute,
      ".out.score-work/ready.json": `{ "files": ["2026-Q1.csv"], "remove": [] }`,
      ".out.score-work/new/2026-Q1.csv": "",
      ".out.score-work/new/receipt.json": receipt,
    },
    fixed,
  },
};
