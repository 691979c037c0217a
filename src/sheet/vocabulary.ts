/** What people write in sheets, in any language: words that the program reads, not words that it says. */
export const yesWords = ["x", "có", "đạt", "đúng", "yes", "true", "1"];
export const noWords = ["không", "không đạt", "sai", "no", "false", "0"];

/** Words that begin a row of totals, as they are written with accents: Công and Tống are names of people. */
export const totalWords = ["Tổng cộng", "Tổng", "Cộng", "Trung bình", "Total", "Average"];
