/** How many tests of one step passed, failed and were skipped. */
export const none = { passed: 0, failed: 0, skipped: 0 };

export const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/** The last line of `npm test`; skips are told only when there are any. */
export function describeCounts({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** jest and vitest write the same summary. A file that did not even load is a failure of its own. */
export function countJest(summary) {
  return {
    passed: summary.numPassedTests,
    failed: summary.numFailedTests + (summary.numRuntimeErrorTestSuites ?? 0),
    skipped: summary.numPendingTests + (summary.numTodoTests ?? 0),
  };
}

/** A test that passed only at the second attempt has failed once: flaky counts as failed. */
export function countPlaywright({ stats }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

/** A runner that ended badly without a failed test to show for it, or that ran nothing, has failed. */
export function withExitCode(counts, code) {
  const nothingRan = counts.passed + counts.failed + counts.skipped === 0;
  return (code !== 0 && counts.failed === 0) || nothingRan
    ? { ...counts, failed: counts.failed + 1 }
    : counts;
}
