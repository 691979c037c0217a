/** Records of an old workbook ([MS-XLS] 2.3) that say what its cells hold and how they are shown, and those that part its tabs. */
const ofCells = new Set([
  ...[0x0809, 0x000a, 0x0085, 0x0081], // BOF, EOF, BoundSheet8, WsBool
  ...[0x0022, 0x0042, 0x041e, 0x00e0], // Date1904, CodePage, Format, XF
  ...[0x00fc, 0x003c, 0x00fd, 0x0204, 0x00d6, 0x0207], // SST, Continue, LabelSst, Label, RString, String
  ...[0x0203, 0x027e, 0x00bd, 0x0205, 0x0006], // Number, RK, MulRk, BoolErr, Formula
  ...[0x0200, 0x0208, 0x007d, 0x0201, 0x00be, 0x00e5], // Dimensions, Row, ColInfo, Blank, MulBlank, MergeCells
]);
const [begins, ends, formula] = [0x0809, 0x000a, 0x0006];
/** Of the format that Excel writes since 1997. */
const version = 0x0600;
/** A record that no reader looks into (DBCell). */
const passedOver = 0x00d7;
/** Where a formula stands in its record: how many bytes it has, then these. One of a missing argument is as good as any. */
const [formulaAt, missingArgument] = [20, 0x16];

/**
 * The stream of an old workbook without what makes much of little: lists that say themselves how long they are, and formulas, of
 * which only matters that there are some. Undefined for one that is cut off, or of another format than it begins with.
 */
export function tamedStream(stream: Buffer): Buffer | undefined {
  const tamed = Buffer.from(stream);
  let [depth, at] = [0, 0];
  while (at + 4 <= tamed.length) {
    const [type, size] = [tamed.readUInt16LE(at), tamed.readUInt16LE(at + 2)];
    // The last sector of a file is filled up with zeros.
    if (depth === 0 && type !== begins) return at > 0 ? tamed.subarray(0, at) : undefined;
    const from = at + 4;
    at = from + size;
    if (at > tamed.length) return undefined;
    if (type === begins) {
      if (size < 4 || tamed.readUInt16LE(from) !== version) return undefined;
      depth++;
    } else if (type === ends) depth--;
    else if (type === formula && size > formulaAt + 2) {
      tamed.writeUInt16LE(1, from + formulaAt);
      tamed[from + formulaAt + 2] = missingArgument;
    } else if (!ofCells.has(type)) tamed.writeUInt16LE(passedOver, from - 4);
  }
  return depth === 0 ? tamed : undefined;
}
