import type { history as entries } from "../catalogue/history.ts";
import type { Explanation } from "./explanation.ts";

const head = "rank,code,full_name,A,total,band,band_title,state,reason,rules,awards,alerts,marks\n";
const good = `${head}1,001,An,80,80,good,Good,rated,,,,,\n`;
const lower = `${head}1,001,An,70,70,good,Good,rated,,,,,\n`;
const gold = `${head}1,001,An,80,80,gold,Gold,rated,,,,,\n`;
const noA =
  "rank,code,full_name,total,band,band_title,state,reason,rules,awards,alerts,marks\n1,001,An,80,good,Good,rated,,,,,\n";
const hashes = {
  good: "eed9fcafc15d1c3b161d36d93f054bde0ac0bbbecc560cf8b9c3af3a7dbc7981",
  lower: "20b7ae103d1fe2a3436da52c929d27dc09eee2029b91e2592551daeaa1bfcd92",
  gold: "203c58a5cff20bcac4f471be931be2cb62210bf696144b936fd8c0b0fee7403a",
  noA: "9249e9b6b0bbe5c148ecd4c85888f15248ffff8fcd53f0e304aed466e3687787",
} as const;

/** The receipt of results of one period, as `score compute --out` writes it. */
const receipt = (of: keyof typeof hashes, period = "2025-Q4", part: object = {}): string =>
  `${JSON.stringify({
    receipt: 1,
    score: "0.1.0",
    rubric: { id: "example", version: "1", key: ["code"], files: [] },
    inputs: [],
    flags: {},
    assumptions: [],
    counts: [],
    outputs: [{ name: `${period}.csv`, bytes: 0, sha256: hashes[of] }],
    ...part,
  })}\n`;
const otherRubric = { rubric: { id: "older", version: "1", key: ["code"], files: [] } };
const argv = "compute rubric.yaml sheet.csv --history past";
const lookingBack = `alerts:
  - { id: falling, title: Falling, when: "recent(2).exists(p, p.A < 75)" }
`;
const yearly = `rollups:
  - { period: year, of: quarter, score: mean, missing: skip }
`;
const year = "code,full_name,period,A\n001,An,2026-Q2,80\n001,An,2026-Q3,80\n001,An,2026-Q4,80\n";
const renamed =
  "key,period,action,value,reason,authority,date\n001,2026-Q2,was,0099,moved here,the committee,2026-04-01\n";

export const history: { readonly [Code in keyof typeof entries]: Explanation } = {
  A401: {
    text: {
      en: "Earlier results come into this computation: for longer periods, for `recent`, streaks and offences that count once. Each file is told, so that nobody wonders where a figure is from.",
      vi: "Kết quả các kỳ trước được đưa vào lần tính này: cho kỳ tổng hợp, `recent`, chuỗi năm liên tục và vi phạm chỉ tính một lần. Từng tệp được nêu tên để rõ số liệu lấy từ đâu.",
    },
    bad: { argv, "past/2025-Q4.csv": good, "past/receipt.json": receipt("good") },
    fixed: { argv: "compute rubric.yaml sheet.csv" },
  },
  A402: {
    text: {
      en: "History is what came before. Results of the period that is being computed, or of a later one, would let a result depend on itself.",
      vi: "Lịch sử là những gì có trước. Kết quả của chính kỳ đang tính, hoặc của kỳ sau, sẽ làm kết quả phụ thuộc vào chính nó.",
    },
    bad: { argv, "past/2026-Q1.csv": good, "past/receipt.json": receipt("good", "2026-Q1") },
    fixed: { argv, "past/2025-Q4.csv": good, "past/receipt.json": receipt("good") },
  },
  A403: {
    text: {
      en: "Points of another rubric mean something else. A rubric that takes the place of an earlier one names it in `replaces`; then bands are matched by their ids.",
      vi: "Điểm của bộ tiêu chí khác có ý nghĩa khác. Bộ tiêu chí thay cho bộ trước phải ghi mã của bộ đó vào `replaces`; khi đó các mức được đối chiếu theo mã.",
    },
    bad: { argv, "past/2025-Q4.csv": good, "past/receipt.json": receipt("good", "2025-Q4", otherRubric) },
    fixed: {
      argv,
      "rubric.yaml": "replaces: [older]\n",
      "past/2025-Q4.csv": good,
      "past/receipt.json": receipt("good", "2025-Q4", otherRubric),
    },
  },
  A404: {
    text: {
      en: "The sheets of that period were given again, and by them somebody comes to another result than the one that was published. The sheets are used; the difference deserves an explanation.",
      vi: "Bảng điểm của kỳ đó được đưa vào lại và cho kết quả khác với kết quả đã công bố. Bảng điểm được dùng; sự khác nhau cần được giải thích.",
    },
    bad: {
      argv,
      "sheet.csv": "code,full_name,period,A\n001,An,2025-Q4,80\n001,An,2026-Q1,80\n",
      "past/2025-Q4.csv": lower,
      "past/receipt.json": receipt("lower"),
    },
    fixed: {
      argv,
      "sheet.csv": "code,full_name,period,A\n001,An,2025-Q4,80\n001,An,2026-Q1,80\n",
      "past/2025-Q4.csv": good,
      "past/receipt.json": receipt("good"),
    },
  },
  A405: {
    text: {
      en: "Two result folders tell two different things of one person in one period. Which of them holds is for the office to say.",
      vi: "Hai thư mục kết quả cho hai kết quả khác nhau của một người trong cùng một kỳ. Kết quả nào có hiệu lực là do cơ quan xác định.",
    },
    bad: {
      argv,
      "past/2025-Q4.csv": good,
      "past/receipt.json": receipt("good"),
      "past/old/2025-Q4.csv": lower,
      "past/old/receipt.json": receipt("lower"),
    },
    fixed: { argv, "past/2025-Q4.csv": good, "past/receipt.json": receipt("good") },
  },
  A406: {
    text: {
      en: "The rubric reads a score of earlier periods that those results do not hold, as when an item is new. Leaving it out would decide a rule without it.",
      vi: "Bộ tiêu chí đọc điểm của kỳ trước mà kết quả kỳ đó không có, chẳng hạn khi tiêu chí mới được thêm. Bỏ qua thì quy tắc sẽ được quyết định thiếu căn cứ.",
    },
    bad: { argv, "rubric.yaml": lookingBack, "past/2025-Q4.csv": noA, "past/receipt.json": receipt("noA") },
    fixed: { argv, "rubric.yaml": lookingBack, "past/2025-Q4.csv": good, "past/receipt.json": receipt("good") },
  },
  A407: {
    text: {
      en: "Bands and columns of the history are read by the ids of this rubric. A band that it does not have cannot be compared with others.",
      vi: "Mức xếp loại và các cột của lịch sử được đọc theo mã của bộ tiêu chí này. Mức không có trong bộ tiêu chí thì không so sánh được.",
    },
    bad: { argv, "past/2025-Q4.csv": gold, "past/receipt.json": receipt("gold") },
    fixed: { argv, "past/2025-Q4.csv": good, "past/receipt.json": receipt("good") },
  },
  A408: {
    text: {
      en: "A receipt holds the hash of every result file. A file that was edited afterwards is no result of this program any more.",
      vi: "Biên nhận ghi mã băm của mọi tệp kết quả. Tệp bị sửa sau đó không còn là kết quả của chương trình.",
    },
    bad: {
      argv,
      "past/2025-Q4.csv": good,
      "past/receipt.json": receipt("good"),
      "past/old/2025-Q3.csv": lower,
      "past/old/receipt.json": receipt("good", "2025-Q3"),
    },
    fixed: {
      argv,
      "past/2025-Q4.csv": good,
      "past/receipt.json": receipt("good"),
      "past/old/2025-Q3.csv": lower,
      "past/old/receipt.json": receipt("lower", "2025-Q3"),
    },
  },
  A409: {
    text: {
      en: "A folder without results would mean that nobody ever offended and every streak begins now. An empty history is never taken in silence.",
      vi: "Thư mục không có kết quả sẽ bị hiểu là chưa ai từng vi phạm và mọi chuỗi năm bắt đầu từ bây giờ. Lịch sử trống không bao giờ được lặng lẽ chấp nhận.",
    },
    bad: { argv, "past/note.txt": "nothing\n" },
    fixed: { argv, "past/2025-Q4.csv": good, "past/receipt.json": receipt("good") },
  },
  A410: {
    text: {
      en: "A decision says that one key took the place of another, so their results are those of one subject; two results of one period contradict that.",
      vi: "Một quyết định ghi rằng mã này thay cho mã kia, nên kết quả của cả hai là của một đối tượng; hai kết quả trong cùng một kỳ mâu thuẫn với điều đó.",
    },
    bad: {
      argv: "compute rubric.yaml sheet.csv --decisions d.csv",
      "rubric.yaml": yearly,
      "sheet.csv": `${year}001,An,2026-Q1,80\n0099,An,2026-Q1,80\n`,
      "d.csv": renamed,
    },
    fixed: {
      argv: "compute rubric.yaml sheet.csv --decisions d.csv",
      "rubric.yaml": yearly,
      "sheet.csv": `${year}0099,An,2026-Q1,80\n`,
      "d.csv": renamed,
    },
  },
  A411: {
    text: {
      en: "Results that were written with a filter, without columns, with codes for names or for a spreadsheet do not hold everybody and everything.",
      vi: "Kết quả được ghi có lọc, bỏ cột, mã hóa tên hoặc theo dạng bảng tính thì không chứa đủ mọi người và mọi số liệu.",
    },
    bad: {
      argv,
      "past/2025-Q4.csv": good,
      "past/receipt.json": receipt("good"),
      "past/some/2025-Q3.csv": good,
      "past/some/receipt.json": receipt("good", "2025-Q3", { flags: { where: "total > 50" } }),
    },
    fixed: { argv, "past/2025-Q4.csv": good, "past/receipt.json": receipt("good") },
  },
};
