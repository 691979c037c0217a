import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** What the program asks of Node's own module of this name: SHA-256 in hex. */
export function createHash(_algorithm: "sha256") {
  const hash = sha256.create();
  const made = {
    update(data: string | Uint8Array) {
      hash.update(typeof data === "string" ? utf8ToBytes(data) : data);
      return made;
    },
    digest: () => bytesToHex(hash.digest()),
  };
  return made;
}
