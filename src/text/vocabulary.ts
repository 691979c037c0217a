/** What people write for yes and no, in any language: words that the program reads, not words that it says. */
export const yesWords = ["x", "có", "đạt", "đúng", "yes", "true", "1"];
export const noWords = ["không", "không đạt", "sai", "no", "false", "0"];
/** What else people tick, and what programs make of 1 and 0. */
export const yesMarks = ["✓", "✔", "✔\uFE0F", "1.0", "1,0"];
export const noMarks = ["0.0", "0,0"];
