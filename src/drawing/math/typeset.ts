// Finds the shapes of formulas before anything is measured. MathJax is loaded when the first one is met.
import type { Weight } from '../metrics/advances'
import { isTypeset, keepFormula } from './formulas'

const weights: readonly Weight[] = [400, 700]

/** Many formulas are no diagram. Those beyond are shown by their source. */
const most = 500

/** Those whose shape is not known yet. */
export function missingFormulas(sources: readonly string[]): string[] {
  return sources.slice(0, most).filter((source) => weights.some((weight) => !isTypeset(source, weight)))
}

let last: Promise<void> = Promise.resolve()

/** One after another: MathJax does one thing at a time. Rejects when MathJax cannot be loaded. */
export function typesetFormulas(sources: readonly string[]): Promise<void> {
  if (missingFormulas(sources).length === 0) return Promise.resolve()
  last = last.catch(() => undefined).then(() => typesetAll(sources))
  return last
}

async function typesetAll(sources: readonly string[]) {
  const missing = missingFormulas(sources)
  if (missing.length === 0) return
  const { typesetOne } = await import('./mathjax')
  for (const source of missing)
    for (const weight of weights) keepFormula(source, weight, await typesetOne(source, weight))
}
