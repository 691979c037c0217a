import type { checking as entries } from "../catalogue/checking.ts";
import type { Example, Explanation } from "./explanation.ts";
import { baseRubric, baseSheet } from "./explanation.ts";

const again = { argv: "compute rubric.yaml sheet.csv --out new" };
const verify = { argv: "verify out" };
const zeros = "0".repeat(64);
/** sha256 of nothing, of {@link baseRubric} and of {@link baseSheet}. */
const [ofNothing, ofRubric, ofSheet] = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "be8f439497e1c92d966b0bf8208af7882ea530a8a96a1ec05e87bbef737a9c37",
  "c4c899471ff519d5ad150d66e343b91e5a3bcbb0ceb788ad21381a94a9c53aab",
];
const base: Example = { "rubric.yaml": baseRubric, "sheet.csv": baseSheet };

interface Parts {
  readonly score?: string;
  readonly key?: string;
  readonly rubric?: string;
  readonly sheet?: string;
  readonly sheetName?: string;
  readonly flags?: object;
  readonly outputs?: readonly object[];
}

/** A receipt that score could have written; hashes are zeros unless given. */
const receipt = ({ rubric = zeros, sheet = zeros, sheetName = "sheet.csv", ...parts }: Parts): string =>
  `${JSON.stringify({
    receipt: 1,
    score: parts.score ?? "0.1.0",
    rubric: {
      id: "example",
      version: "1",
      key: [parts.key ?? "code"],
      files: [{ name: "rubric.yaml", sha256: rubric }],
    },
    inputs: [{ kind: "sheet", name: sheetName, sha256: sheet, rows: 1 }],
    flags: parts.flags ?? {},
    assumptions: [],
    counts: [{ period: "2026-Q1" }],
    outputs: parts.outputs ?? [],
  })}\n`;

const sound = { rubric: ofRubric, sheet: ofSheet };
const output = (name: string, sha256: string) => ({ name, bytes: 0, sha256 });
/** Results of nobody, as far as `diff` reads them. */
const empty = (folder: string, parts: Parts = {}): Example => ({
  [`${folder}/receipt.json`]: receipt({
    ...parts,
    outputs: [output("2026-Q1.csv", ofNothing), output("summary.csv", ofNothing)],
  }),
  [`${folder}/2026-Q1.csv`]: "",
  [`${folder}/summary.csv`]: "",
});

export const checking: { readonly [Code in keyof typeof entries]: Explanation } = {
  C149: {
    text: {
      en: "Results are verified by their bytes. If nothing else is reported, both versions compute the same.",
      vi: "Kết quả được kiểm tra theo từng byte. Nếu không có thông báo nào khác thì hai phiên bản tính như nhau.",
    },
    bad: { ...verify, ...base, "out/receipt.json": receipt({ ...sound, score: "0.0.1" }) },
    fixed: again,
  },
  C150: {
    text: {
      en: "Results of score are known by their receipt, receipt.json. Without it nobody can say what the files rest on.",
      vi: "Kết quả của score được nhận biết qua biên nhận receipt.json. Không có nó thì không biết các tệp dựa trên dữ liệu nào.",
    },
    bad: { ...verify, "out/2026-Q1.csv": "rank,code\n" },
    fixed: again,
  },
  C151: {
    text: {
      en: "The named part of receipt.json is missing or cannot stand there. A receipt is never edited by hand.",
      vi: "Phần được nêu trong receipt.json bị thiếu hoặc không thể có dạng như vậy. Không bao giờ sửa biên nhận bằng tay.",
    },
    bad: { ...verify, "out/receipt.json": '{ "receipt": 1, "score": "0.1.0" }\n' },
    fixed: again,
  },
  C152: {
    text: {
      en: "A result set is whole or worth nothing. Compute it again, or take the folder from where it was kept.",
      vi: "Bộ kết quả phải đầy đủ mới dùng được. Hãy tính lại, hoặc lấy lại thư mục từ nơi lưu giữ.",
    },
    bad: { ...verify, "out/receipt.json": receipt({ outputs: [output("2026-Q1.csv", zeros)] }) },
    fixed: again,
  },
  C153: {
    text: {
      en: "The bytes of this file are not those that score wrote: somebody edited it, or a program saved it in its own way, as spreadsheets do on closing. Work on a copy.",
      vi: "Nội dung tệp không còn như score đã ghi: có người sửa, hoặc một chương trình đã lưu lại theo cách của nó, như bảng tính khi đóng. Hãy làm việc trên bản sao.",
    },
    bad: {
      ...verify,
      "out/receipt.json": receipt({ outputs: [output("2026-Q1.csv", ofNothing)] }),
      "out/2026-Q1.csv": "rank,code\n",
    },
    fixed: again,
  },
  C154: {
    text: {
      en: "To compute again, score needs the very files that the receipt names, under the same names below the current folder or that of --from.",
      vi: "Để tính lại, score cần đúng các tệp mà biên nhận nêu, cùng tên, trong thư mục hiện tại hoặc thư mục của --from.",
    },
    bad: { ...verify, ...base, "out/receipt.json": receipt({ ...sound, sheetName: "q1.csv" }) },
    fixed: again,
  },
  C155: {
    text: {
      en: "There is a file of that name, and it is another one, or it was changed since. What it would give says nothing of these results; `score diff` shows what a change did.",
      vi: "Có tệp mang tên đó nhưng là tệp khác, hoặc đã bị sửa. Tính từ nó không nói được gì về kết quả này; `score diff` cho thấy thay đổi đã tác động ra sao.",
    },
    bad: { ...verify, ...base, "out/receipt.json": receipt({ rubric: ofRubric }) },
    fixed: again,
  },
  C156: {
    text: {
      en: "Flags can change results. To leave one out that is not understood would be to compare with something else.",
      vi: "Tùy chọn có thể làm đổi kết quả. Bỏ qua một tùy chọn không hiểu nghĩa là so sánh với thứ khác.",
    },
    bad: { ...verify, "out/receipt.json": receipt({ flags: { lenient: true } }) },
    fixed: again,
  },
  C157: {
    text: {
      en: "What came through a pipe is gone. Results that others shall check are computed from files.",
      vi: "Dữ liệu đưa qua đường ống thì không còn. Kết quả để người khác kiểm tra phải được tính từ tệp.",
    },
    bad: { ...verify, ...base, "out/receipt.json": receipt({ ...sound, sheetName: "<stdin>" }) },
    fixed: again,
  },
  C158: {
    text: {
      en: "The inputs are the same, and yet this file comes out otherwise. Either it was changed together with its hash in the receipt, or this version of score computes otherwise than the one that wrote it: its changelog says so.",
      vi: "Dữ liệu vào giống hệt nhưng tệp tính ra lại khác. Hoặc tệp đã bị sửa cùng với mã băm trong biên nhận, hoặc phiên bản score này tính khác bản đã ghi: nhật ký thay đổi của score có nói.",
    },
    bad: {
      ...verify,
      ...base,
      "out/receipt.json": receipt({ ...sound, outputs: [output("2026-Q1.csv", ofNothing)] }),
      "out/2026-Q1.csv": "",
    },
    fixed: again,
  },
  C159: {
    text: {
      en: "The files are right, but the receipt says something else than score writes for them: it was edited.",
      vi: "Các tệp đúng, nhưng biên nhận ghi khác với điều score ghi cho chúng: biên nhận đã bị sửa.",
    },
    bad: { ...verify, ...base, "out/receipt.json": receipt(sound) },
    fixed: again,
  },
  C163: {
    text: {
      en: "The files are those of the receipt, but this version refuses them, for the reasons given before. The version that wrote the results may have been more lenient.",
      vi: "Các tệp đúng như biên nhận, nhưng phiên bản này từ chối, với lý do nêu ở trên. Phiên bản đã ghi kết quả có thể dễ tính hơn.",
    },
    bad: {
      ...verify,
      "rubric.yaml": "schema: 1\n",
      "sheet.csv": baseSheet,
      "out/receipt.json": receipt({
        sheet: ofSheet,
        rubric: "69a63652bbf38cdfd6b9abd12b928dbaf80960689074397a2a8603c4a3c35845",
      }),
    },
    fixed: again,
  },
  C164: {
    text: {
      en: "Either two folders with results are compared, or two rubrics on the same sheets.",
      vi: "Hoặc so sánh hai thư mục kết quả, hoặc so sánh hai bộ tiêu chí trên cùng bảng điểm.",
    },
    bad: { argv: "diff out rubric.yaml", ...empty("out") },
    fixed: { argv: "diff rubric.yaml rubric.yaml --sheets sheet.csv" },
  },
  C165: {
    text: {
      en: "What a rubric changes for people shows only on sheets, real ones or made up.",
      vi: "Bộ tiêu chí làm thay đổi gì với con người thì chỉ thấy được trên bảng điểm, thật hoặc thử.",
    },
    bad: { argv: "diff rubric.yaml rubric.yaml" },
    fixed: { argv: "diff rubric.yaml rubric.yaml --sheets sheet.csv" },
  },
  C166: {
    text: {
      en: "Results are compared as they are; sheets would have no part in it.",
      vi: "Kết quả được so sánh đúng như đang có; bảng điểm không có vai trò gì ở đây.",
    },
    bad: { argv: "diff out new --sheets sheet.csv", ...empty("out"), ...empty("new") },
    fixed: { argv: "diff out new", ...empty("out"), ...empty("new") },
  },
  C167: {
    text: {
      en: "Files for Excel hold words of a language in place of ids, codes belong to one map, and --where shows some people only: compared with something else they would show differences that are none.",
      vi: "Tệp cho Excel chứa từ ngữ thay cho id, mã chỉ thuộc về một tệp mã, còn --where chỉ cho thấy một số người: so với thứ khác sẽ thấy những khác biệt không có thật.",
    },
    bad: { argv: "diff out new", ...empty("out"), ...empty("new", { flags: { excel: true } }) },
    fixed: { argv: "diff out new", ...empty("out"), ...empty("new") },
  },
  C168: {
    text: {
      en: "A subject is found again by the key. Results whose keys are other columns are of other people, as far as anybody can tell.",
      vi: "Đối tượng được đối chiếu theo khóa. Kết quả dùng cột khóa khác thì không biết có phải cùng một người hay không.",
    },
    bad: { argv: "diff out new", ...empty("out"), ...empty("new", { key: "full_name" }) },
    fixed: { argv: "diff out new", ...empty("out"), ...empty("new") },
  },
  C169: {
    text: {
      en: "Nothing would be compared, which would look like no difference.",
      vi: "Như vậy sẽ không so sánh gì cả, mà trông lại giống như không có gì khác.",
    },
    bad: { argv: "diff out new --period 2026-Q3", ...empty("out"), ...empty("new") },
    fixed: { argv: "diff out new --period 2026-Q1", ...empty("out"), ...empty("new") },
  },
  C175: {
    text: {
      en: "Codes were drawn at random and stand in the map alone; the receipt holds neither the map nor a hash of it, from which keys could be guessed.",
      vi: "Mã được chọn ngẫu nhiên và chỉ có trong tệp mã; biên nhận không chứa tệp mã, cũng không chứa mã băm của nó vì từ đó có thể dò ra khóa.",
    },
    bad: { ...verify, ...base, "out/receipt.json": receipt({ ...sound, flags: { anonymise: true } }) },
    fixed: again,
  },
  C176: {
    text: {
      en: "Everybody in the results has a code in their map. This map belongs to other results.",
      vi: "Mọi đối tượng trong kết quả đều có mã trong tệp mã của nó. Tệp mã này thuộc về kết quả khác.",
    },
    bad: {
      argv: "verify out --anonymise map.csv",
      ...base,
      "out/receipt.json": receipt({ ...sound, flags: { anonymise: true } }),
      "map.csv": "anonymous,code,full_name\n",
    },
    fixed: again,
  },
};
