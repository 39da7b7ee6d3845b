// @ts-check
// Counts what the last run of the unit and the browser tests reported, closes with one line that says it, and exits
// with 1 when a test failed or when either runner ran none.
import { readFileSync } from 'node:fs'

/** @param {string} name */
function report(name) {
  try {
    return JSON.parse(readFileSync(new URL(`../test-results/${name}.json`, import.meta.url), 'utf8'))
  } catch {
    return undefined
  }
}

const vitest = report('vitest')
const playwright = report('playwright')?.stats

const runs = [
  // A file that cannot be loaded has no tests that could fail, so it counts itself.
  {
    name: 'unit',
    passed: vitest?.numPassedTests ?? 0,
    failed: vitest === undefined ? 0 : vitest.numFailedTests + brokenFiles(vitest),
    skipped: vitest === undefined ? 0 : vitest.numPendingTests + vitest.numTodoTests,
  },
  {
    name: 'browser',
    passed: (playwright?.expected ?? 0) + (playwright?.flaky ?? 0),
    failed: playwright?.unexpected ?? 0,
    skipped: playwright?.skipped ?? 0,
  },
]

/** @param {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} report */
function brokenFiles({ testResults }) {
  return testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length
}

/** @param {'passed' | 'failed' | 'skipped'} outcome */
const total = (outcome) => runs.reduce((sum, run) => sum + run[outcome], 0)

for (const { name, passed, failed } of runs) {
  if (passed + failed === 0) console.log(`No ${name} test ran.`)
}
const skipped = total('skipped')
console.log(`${total('passed')} passed, ${total('failed')} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`)
process.exitCode = total('failed') > 0 || runs.some(({ passed, failed }) => passed + failed === 0) ? 1 : 0
