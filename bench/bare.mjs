// The least that a program built on csv-parse can do: split the file into cells and count them.
//
//   node bench/bare.mjs FILE
import { createReadStream } from "node:fs";
import { parse } from "csv-parse";

let cells = 0;
const parser = createReadStream(process.argv[2]).pipe(parse());
parser.on("readable", () => {
  for (let record = parser.read(); record !== null; record = parser.read()) cells += record.length;
});
parser.on("end", () => console.log(cells));
