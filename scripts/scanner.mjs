// Makes a WebAssembly module of what scans rows of CSV: src/sheet/1-records/csv/bulk/scanner.
import { main } from "assemblyscript/asc";

const folder = "src/sheet/1-records/csv/bulk/scanner";

/** The module, as the text of a TypeScript file. The compiler runs in this process and writes no file. */
export async function scannerText(/** @type {string} */ root) {
  /** @type {Uint8Array | undefined} */
  let binary;
  const memory = ["--runtime", "stub", "--initialMemory", "6", "--maximumMemory", "6"];
  const { error, stderr } = await main(
    [`${folder}/scan.ts`, "--baseDir", root, "--outFile", "scan.wasm", "-O3", "--noAssert", ...memory],
    {
      writeFile(_, contents) {
        binary = /** @type {Uint8Array} */ (contents);
      },
    },
  );
  if (error || !binary) throw new Error(`the scanner does not compile: ${stderr}`);
  const text = Buffer.from(binary).toString("base64");
  return {
    path: `${folder}/scanner.generated.ts`,
    text: `// Generated from scan.ts by scripts/scanner.mjs.\nexport const scannerModule =\n  "${text}";\n`,
  };
}
