const unknown = 0x7fffffff;

/** A function of whole numbers that is asked once for each from 0 on below `kept`. */
export function remembered(find: (number: number) => number, kept = 1 << 15): (number: number) => number {
  let answers = new Int32Array();
  return (number) => {
    if (number < 0 || number >= kept) return find(number);
    if (number >= answers.length) answers = longer(answers, 2 * number + 1);
    const before = answers[number] as number;
    if (before !== unknown) return before;
    const answer = find(number);
    answers[number] = answer;
    return answer;
  };
}

function longer(answers: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const all = new Int32Array(length).fill(unknown, answers.length);
  all.set(answers);
  return all;
}
