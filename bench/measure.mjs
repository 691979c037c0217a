// Runs programs that take turns, and tells medians of their times and memory.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

// Node reads the file of extra certificates at every start, which would hide the costs of a small program.
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
const usage = fileURLToPath(new URL("usage.cjs", import.meta.url));

/** A program of Node.js, measured: a script and its arguments; without any, a Node.js that does nothing. */
export const node = (...words) => [process.execPath, usage, ...words];

/**
 * Each round runs every program once, and the first one only warms up. A function makes the program of a round.
 * @returns of each program the medians of its wall and CPU time, in milliseconds, and of its peak memory, in MiB
 */
export function takeTurns(rounds, programs) {
  const samples = programs.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, program] of programs.entries()) {
      const sample = run(typeof program === "function" ? program() : program);
      if (round > 0) samples[index].push(sample);
    }
  }
  return samples.map((each) => ({
    wall: median(each.map(({ wall }) => wall)),
    cpu: median(each.map(({ cpu }) => cpu)),
    memory: median(each.map(({ memory }) => memory)),
  }));
}

/** Runs a program that tells its CPU time and its peak memory on file descriptor 3. */
function run([program, ...words]) {
  const start = process.hrtime.bigint();
  const { status, stderr, output } = spawnSync(program, words, {
    env,
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    maxBuffer: 1 << 28,
  });
  const wall = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0) throw new Error(`${[program, ...words].join(" ")} ended with ${status}:\n${stderr}`);
  const [cpu, memory] = String(output[3]).split(" ").map(Number);
  return { wall, cpu: cpu / 1000, memory: memory / 1024 };
}

const median = (numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1];
