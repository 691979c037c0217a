import type { bands as entries } from "../catalogue/rubric-bands.ts";
import type { Explanation } from "./explanation.ts";

const argv = "validate rubric.yaml";

export const bands: { readonly [Code in keyof typeof entries]: Explanation } = {
  R202: {
    text: {
      en: "Rules, quotas and awards name bands of the period that they belong to.",
      vi: "Quy tắc, hạn mức và khen thưởng gọi tên các mức của kỳ mà chúng thuộc về.",
    },
    bad: {
      argv,
      "rubric.yaml": `rules:
  - { id: late, when: A < 10, at_most: por }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `rules:
  - { id: late, when: A < 10, at_most: poor }
`,
    },
  },
  R203: {
    text: {
      en: "A band takes everybody from its bound up to the bound above, so bounds must strictly fall.",
      vi: "Mỗi mức nhận từ ngưỡng của nó đến ngưỡng trên, nên các ngưỡng phải giảm dần.",
    },
    bad: {
      argv,
      "rubric.yaml": `bands:
  - { id: good, title: Good, from: 50 }
  - { id: best, title: Best, from: 90 }
  - { id: poor, title: Poor }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `bands:
  - { id: best, title: Best, from: 90 }
  - { id: good, title: Good, from: 50 }
  - { id: poor, title: Poor }
`,
    },
  },
  R204: {
    text: {
      en: "The last band takes everybody whom no better one takes.",
      vi: "Mức cuối nhận tất cả những ai không vào được mức tốt hơn.",
    },
    bad: {
      argv,
      "rubric.yaml": `bands:
  - { id: good, title: Good, from: 50 }
  - { id: poor, title: Poor, from: 0 }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `bands:
  - { id: good, title: Good, from: 50 }
  - { id: poor, title: Poor }
`,
    },
  },
  R205: {
    text: {
      en: "Only the last band has no lower bound; after one without, nobody would be left for the others.",
      vi: "Chỉ mức cuối không có ngưỡng dưới; sau một mức không có ngưỡng thì không còn ai cho các mức khác.",
    },
    bad: {
      argv,
      "rubric.yaml": `bands:
  - { id: good, title: Good }
  - { id: poor, title: Poor }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `bands:
  - { id: good, title: Good, from: 50 }
  - { id: poor, title: Poor }
`,
    },
  },
  R206: {
    text: {
      en: "`otherwise` is where somebody goes who has the points but not what `require` asks for.",
      vi: "`otherwise` là nơi đến của người đủ điểm nhưng không đạt điều kiện `require`.",
    },
    bad: {
      argv,
      "rubric.yaml": `bands:
  - { id: good, title: Good, from: 50, otherwise: poor }
  - { id: poor, title: Poor }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `bands:
  - { id: good, title: Good, from: 50, require: A >= 60, otherwise: poor }
  - { id: poor, title: Poor }
`,
    },
  },
  R207: {
    text: {
      en: "A band above the highest total is never given by points.",
      vi: "Mức nằm trên tổng cao nhất thì không bao giờ đạt được bằng điểm.",
    },
    bad: {
      argv,
      "rubric.yaml": `bands:
  - { id: best, title: Best, from: 101 }
  - { id: poor, title: Poor }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `bands:
  - { id: best, title: Best, from: 90 }
  - { id: poor, title: Poor }
`,
    },
  },
  R208: {
    text: {
      en: "Who misses a condition goes down, never up or in a circle.",
      vi: "Ai không đạt điều kiện thì xuống mức thấp hơn, không lên và không quay vòng.",
    },
    bad: {
      argv,
      "rubric.yaml": `bands:
  - { id: best, title: Best, from: 90 }
  - { id: good, title: Good, from: 50, require: A >= 60, otherwise: best }
  - { id: poor, title: Poor }
`,
    },
    fixed: {
      argv,
      "rubric.yaml": `bands:
  - { id: best, title: Best, from: 90 }
  - { id: good, title: Good, from: 50, require: A >= 60, otherwise: poor }
  - { id: poor, title: Poor }
`,
    },
  },
};
