// frieze render: diagrams to figures, one or many, in one format or several.
import { exporters } from '../exporters'
import type { Command } from './command'
import { Complaint, sentenceOf } from './complaint'
import { drawFigures } from './figures'
import { formatOptions, readFormat } from './output'
import { progressOf } from './progress'
import { makeFolder, planTargets } from './targets'

export const renderCommand: Command = {
  name: 'render',
  takes: 'FILE… -o OUT.svg|FOLDER/',
  about: `Draws diagrams. FILE may be a pattern such as ‘diagrams/*.json’; several files go into a folder. Formats: ${exporters.map(({ extension }) => extension).join(', ')}.`,
  options: [
    'output',
    'format',
    'variant',
    'phase',
    'set',
    'expand',
    'theme',
    'select',
    'module',
    'lang',
    'direction',
    'shapes',
    'gradients',
    ...formatOptions,
    'step',
    'beside',
    'beside-variant',
    'beside-phase',
    'type',
    'fit',
    'no-background',
    'no-title',
    'no-legend',
    'no-bar',
    'no-badges',
    'no-sublabels',
    'no-summary',
    'no-citation',
    'no-source',
  ],
  files: [1, Number.MAX_SAFE_INTEGER],
  async run(words) {
    const { formats, targets, isBatch } = planTargets(words)
    const options = readFormat(words, formats)
    const progress = progressOf(targets.length * formats.length)
    const failures: string[] = []
    const taken = new Set<string>()
    let done = 0
    for (const [file, own] of targets) {
      try {
        if (isBatch) for (const target of own) makeFolder(target)
        await drawFigures(file, own, words, options, taken, ({ output }) => progress.at(done++, output))
      } catch (error) {
        progress.clear()
        if (!isBatch) throw error
        // What a file says of itself begins with its name; what the options say does not.
        for (const line of sentenceOf(error).split('\n'))
          failures.push(line.startsWith(file) ? line : `${file}: ${line}`)
      }
    }
    progress.clear()
    if (failures.length) throw new Complaint(failures)
    return 0
  },
}
