import type { decisions as entries } from "../catalogue/decisions.ts";
import type { Explanation } from "./explanation.ts";

const argv = "compute rubric.yaml sheet.csv --decisions d.csv";
const head = "key,period,action,value,reason,authority,date\n";
const end = "long illness,the committee,2026-04-02\n";
const sound = { argv, "d.csv": `${head}001,2026-Q1,set_band,poor,${end}` };
const decided = (line: string) => ({ argv, "d.csv": `${head}${line}` });

export const decisions: { readonly [Code in keyof typeof entries]: Explanation } = {
  D401: {
    text: {
      en: "A decision is published with its reason and its authority, so every column but `date` must be there.",
      vi: "Quyết định được công bố kèm lý do và cấp quyết định, nên phải có đủ các cột, trừ `date`.",
    },
    bad: { argv, "d.csv": "key,period,action,value,reason\n001,2026-Q1,set_band,poor,long illness\n" },
    fixed: sound,
  },
  D402: {
    text: {
      en: "Only these actions exist: each has its place in the order of evaluation.",
      vi: "Chỉ có các hành động này: mỗi hành động có vị trí riêng trong thứ tự tính.",
    },
    bad: decided(`001,2026-Q1,setband,poor,${end}`),
    fixed: sound,
  },
  D403: {
    text: {
      en: "Who, which period, what, why and by whose authority: a decision without one of them could not be defended.",
      vi: "Ai, kỳ nào, nội dung gì, vì sao và ai quyết định: thiếu một trong số đó thì không thể giải trình.",
    },
    bad: decided("001,2026-Q1,set_band,poor,,the committee,\n"),
    fixed: sound,
  },
  D404: {
    text: {
      en: "A decision is about one result: that of a period of the rubric or of one of its rollups.",
      vi: "Một quyết định ứng với một kết quả: của kỳ chấm điểm hoặc của kỳ tổng hợp trong bộ tiêu chí.",
    },
    bad: decided(`001,2026-03,set_band,poor,${end}`),
    fixed: sound,
  },
  D405: {
    text: {
      en: "A decision about nobody would be lost in silence: the key is misspelt, or the person has no row in that period.",
      vi: "Quyết định không ứng với ai sẽ bị bỏ qua mà không ai biết: mã ghi sai, hoặc người đó không có dòng trong kỳ.",
    },
    bad: decided(`011,2026-Q1,set_band,poor,${end}`),
    fixed: sound,
  },
  D406: {
    text: {
      en: "The value of a decision is the id of a band, rule or award of that period.",
      vi: "Giá trị của quyết định là mã mức xếp loại, quy tắc hoặc danh hiệu của kỳ đó.",
    },
    bad: decided(`001,2026-Q1,set_band,bad,${end}`),
    fixed: sound,
  },
  D407: {
    text: {
      en: "`rate` may carry the total that another body gave: a number within the limits of this rubric.",
      vi: "`rate` có thể kèm tổng điểm do nơi khác chấm: một số trong giới hạn của bộ tiêu chí này.",
    },
    bad: decided(`001,2026-Q1,rate,ninety,${end}`),
    fixed: decided(`001,2026-Q1,rate,90,${end}`),
  },
  D408: {
    text: {
      en: "Two decisions answer one question differently. The program does not choose between them.",
      vi: "Hai quyết định trả lời khác nhau cho cùng một việc. Chương trình không tự chọn.",
    },
    bad: decided(`001,2026-Q1,set_band,poor,${end}001,2026-Q1,not_rated,,${end}`),
    fixed: sound,
  },
  D409: {
    text: {
      en: "The decision is about a period of which this run computes nothing, so it would be passed over.",
      vi: "Quyết định thuộc một kỳ mà lần chạy này không tính, nên sẽ bị bỏ qua.",
    },
    bad: decided(`001,2026-Q2,set_band,poor,${end}`),
    fixed: sound,
  },
  D410: {
    text: {
      en: "`not_rated` says all by itself; a value that nobody reads could be meant as something else.",
      vi: "`not_rated` tự nó đã đủ nghĩa; một giá trị không ai đọc có thể mang ý khác.",
    },
    bad: decided(`001,2026-Q1,not_rated,poor,${end}`),
    fixed: decided(`001,2026-Q1,not_rated,,${end}`),
  },
  D411: {
    text: {
      en: "`was` joins a key with a former one, so that history follows a person who got a new key. Nothing is known under that former key.",
      vi: "`was` nối mã mới với mã cũ để lịch sử đi theo người được cấp mã mới. Không có kết quả nào mang mã cũ đó.",
    },
    bad: decided(`001,2026-Q1,was,0099,${end}`),
    fixed: sound,
  },
};
