import type { Reporter, SerializedError, TestModule } from "vitest/node";

/** Ends the run with one line of counts, without colours or columns, for programs and people who read a log. */
export default class PlainReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const counts = { passed: 0, failed: unhandled.length, skipped: 0 };
    for (const module of modules) {
      let failedHere = 0;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === "passed") counts.passed++;
        else if (state === "skipped") counts.skipped++;
        else failedHere++; // "pending" after the run: it was interrupted
      }
      // A file that does not load, or a hook that throws, fails without a failed test.
      counts.failed += failedHere === 0 && module.state() === "failed" ? 1 : failedHere;
    }
    process.stdout.write(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
  }
}
