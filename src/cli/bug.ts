/**
 * What is printed of a bug of ours: the kind of the error and where in our code it arose. Its message is left out unless asked
 * for, as it may quote the input, which holds data of people.
 */
export function bugReport(error: unknown, withMessage: boolean): string {
  const { name, message, stack = "" } = error instanceof Error ? error : new Error(String(error));
  // A message of several lines must not pass for frames.
  const frames = stack
    .slice(stack.indexOf(message) + message.length)
    .split("\n")
    .filter((line) => /^\s+at /.test(line));
  const lines = [
    "score: this is a bug in score, please report it with these lines",
    withMessage ? `${name}: ${message}` : `${name} (its message may quote the input; --verbose prints it)`,
    ...frames,
  ];
  return `${lines.join("\n")}\n`;
}
