import { renameSync, writeFileSync } from 'node:fs';

/** How many of the slowest files are named. */
const NAMED = 10;

/**
 * Keeps the count of tests, the slowest files and those that failed in the file that `npm test` names, after each test file, so that the
 * closing lines are right even when the run is cut short. It prints nothing itself: `npm test` says the last word when everything has ended.
 */
// biome-ignore lint/style/noDefaultExport: jest takes a reporter from the default export only
export default class CountReporter {
  onRunStart(results) {
    this.write(results, false);
  }

  onTestResult(_test, _result, results) {
    this.write(results, false);
  }

  onRunComplete(_contexts, results) {
    this.write(results, !results.wasInterrupted);
  }

  write(results, isComplete) {
    const file = process.env.SPORTELLO_TEST_COUNTS;
    if (!file) return;
    // A file that could not be loaded ran no test, and yet it failed.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const slowest = results.testResults
      .map(({ testFilePath, perfStats }) => ({ path: testFilePath, seconds: (perfStats.end - perfStats.start) / 1_000 }))
      .sort((one, other) => other.seconds - one.seconds)
      .slice(0, NAMED);
    const broken = results.testResults
      .filter(({ numFailingTests, testExecError }) => numFailingTests > 0 || testExecError)
      .map(({ testFilePath, numPassingTests, numPendingTests, numTodoTests }) => ({
        path: testFilePath,
        passed: numPassingTests,
        skipped: numPendingTests + numTodoTests,
      }));
    writeFileSync(`${file}.new`, JSON.stringify({ passed: results.numPassedTests, failed, skipped, isComplete, slowest, broken }));
    renameSync(`${file}.new`, file);
  }
}
