import type { silence as entries } from "../catalogue/rubric-silence.ts";
import type { Explanation } from "./explanation.ts";

const argv = "validate rubric.yaml";

export const silence: { readonly [Code in keyof typeof entries]: Explanation } = {
  R801: {
    text: {
      en: "A blank cell may be a score still owed, a zero, or something that did not arise. Each reading gives another class, so the rubric states it.",
      vi: "Ô trống có thể là điểm còn thiếu, là 0, hoặc là nội dung không phát sinh. Mỗi cách hiểu cho một kết quả khác, nên bộ tiêu chí phải ghi rõ.",
    },
    bad: {
      argv,
      "rubric.yaml": `schema: 1
id: example
version: "1"
period: quarter
subject: { key: code }
areas:
  - { id: A, max: 100 }
total: { max: 100 }
bands:
  - { id: good, from: 50 }
  - { id: poor }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `schema: 1
id: example
version: "1"
period: quarter
missing: zero
subject: { key: code }
areas:
  - { id: A, max: 100 }
total: { max: 100 }
bands:
  - { id: good, from: 50 }
  - { id: poor }
`,
    },
  },
  R802: {
    text: {
      en: "Bonus points or deductions can bring the total out of its range; a cut changes totals and ranks.",
      vi: "Điểm thưởng hoặc điểm trừ có thể đưa tổng ra ngoài thang; việc cắt làm thay đổi tổng và thứ hạng.",
    },
    bad: {
      argv,
      "rubric.yaml": `areas:
  - { id: A, max: 100 }
  - { id: B, max: 10, bonus: true }
total: { max: 100 }
ranking: { by: [total] }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `areas:
  - { id: A, max: 100 }
  - { id: B, max: 10, bonus: true }
total: { max: 100, clamp: false }
ranking: { by: [total] }
`,
    },
  },
  R803: {
    text: {
      en: "After the cut several people stand at the same max; whether they share the rank is for the rubric to say.",
      vi: "Sau khi cắt, nhiều người cùng ở mức tối đa; họ có đồng hạng hay không là do bộ tiêu chí quy định.",
    },
    bad: {
      argv,
      "rubric.yaml": `areas:
  - { id: A, max: 100 }
  - { id: B, max: 10, bonus: true }
total: { max: 100, clamp: true }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `areas:
  - { id: A, max: 100 }
  - { id: B, max: 10, bonus: true }
total: { max: 100, clamp: true }
ranking: { by: [unclamped] }
`,
    },
  },
  R804: {
    text: {
      en: "Published regulations differ on the denominator of a quota, its rounding and its ties; each reading lets other people through.",
      vi: "Các văn bản khác nhau về mẫu số, cách làm tròn và cách xử lý bằng điểm của hạn mức; mỗi cách hiểu cho những người khác nhau được giữ lại.",
    },
    bad: {
      argv,
      "rubric.yaml": `quotas:
  - { id: q, band: good, share: 20%, of: [poor], within: [], round: down, ties: out, then: poor }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `quotas:
  - { id: q, band: good, share: 20%, of: [poor], basis: before, within: [], round: down, ties: out, then: poor }
`,
    },
  },
  R806: {
    text: {
      en: "Equal candidates at the last place, and the headcount of a share, are decided by the rubric and not by the order of rows.",
      vi: "Người bằng nhau ở vị trí cuối và cách tính tỷ lệ do bộ tiêu chí quyết định, không phải do thứ tự dòng.",
    },
    bad: {
      argv,
      "rubric.yaml": `awards:
  - { id: flag, title: Flag, top: 1 }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `awards:
  - { id: flag, title: Flag, top: 1, ties: open }
`,
    },
  },
  R808: {
    text: {
      en: "Somebody has the points of the band but not what it requires: next band, another one, or open until the authority decides.",
      vi: "Có người đủ điểm của mức nhưng không đạt điều kiện: xuống mức kế, mức khác, hay chờ cấp có thẩm quyền quyết định.",
    },
    bad: {
      argv,
      "rubric.yaml": `bands:
  - { id: good, title: Good, from: 50, require: A >= 60 }
  - { id: poor, title: Poor }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `bands:
  - { id: good, title: Good, from: 50, require: A >= 60, otherwise: next }
  - { id: poor, title: Poor }
`,
    },
  },
  R809: {
    text: {
      en: "A quarter on leave may be left out, count as 0, or keep the year open; a mean of three and a mean of four give different classes.",
      vi: "Quý nghỉ có thể được bỏ qua, tính là 0, hoặc làm cả năm chưa kết luận được; trung bình ba quý và bốn quý cho kết quả khác nhau.",
    },
    bad: {
      argv,
      "rubric.yaml": `rollups:
  - { period: year, of: quarter, score: mean }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `rollups:
  - { period: year, of: quarter, score: mean, missing: skip }
`,
    },
  },
  R901: {
    text: {
      en: "A rubric that asks for something this version cannot do is refused, never computed without it.",
      vi: "Bộ tiêu chí cần điều mà phiên bản này chưa làm được sẽ bị từ chối, không bao giờ được tính thiếu.",
    },
    bad: { argv, "rubric.yaml": "parameters: { share: { value: 20% } }\n" },
    fixed: { argv, "rubric.yaml": "title: Emulation\n" },
  },
};
