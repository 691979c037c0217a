/**
 * A double as it was typed in: the shortest decimal that gives it, of 15 significant digits at most, as spreadsheets keep and
 * show them (0.30000000000000004 is 0.3). `places`: how far its decimal point is moved to the right, 2 for a percentage.
 */
export function doubleText(value: number, places = 0): string {
  const shortest = `${value}`;
  // Of sixteen characters one is a sign or a point, or there are too many digits.
  const isShort = shortest.length < 16 || (shortest.length === 16 && /[-.]/.test(shortest));
  if (places === 0 && isShort && !shortest.includes("e")) return shortest;
  const [digits = "", exponent = "0"] = value.toExponential(14).split("e");
  const significant = digits.replace(/[-.]/g, "").replace(/0+$/, "") || "0";
  return (value < 0 ? "-" : "") + positional(significant, Number(exponent) + places);
}

/** Numbers whose digits go on beyond those that are known keep their exponent. */
function positional(digits: string, exponent: number): string {
  if (exponent < -14 || exponent >= 15) {
    return `${digits[0]}${digits.length > 1 ? `.${digits.slice(1)}` : ""}E${exponent < 0 ? "-" : "+"}${Math.abs(exponent)}`;
  }
  if (exponent < 0) return `0.${"0".repeat(-exponent - 1)}${digits}`;
  const whole = digits.padEnd(exponent + 1, "0");
  const behind = whole.slice(exponent + 1);
  return whole.slice(0, exponent + 1) + (behind && `.${behind}`);
}

/** A double as a file writes it; undefined for what is none. */
export function doubleTextOf(written: string, places = 0): string | undefined {
  const value = Number(written);
  return written.trim() === "" || !Number.isFinite(value) ? undefined : doubleText(value, places);
}
