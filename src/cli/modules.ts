// frieze modules: which modules are the same across diagrams, so that they can be kept the same.
import { moduleFamilies, type Kin, type ModuleFamily } from '../document/alike/families'
import type { Command } from './command'
import { plainName, readDiagram, write } from './files'

export const modulesCommand: Command = {
  name: 'modules',
  takes: 'FILE…',
  about: 'Lists modules that are equal up to names, and what those that are wired alike are set to differently.',
  options: ['json', 'output'],
  files: [1, Number.MAX_SAFE_INTEGER],
  async run({ files, options }) {
    const named = []
    for (const file of files) named.push({ name: plainName(file), diagram: await readDiagram(file) })
    const families = moduleFamilies(named)
    const text = options.json ? `${JSON.stringify(families, null, 2)}\n` : `${families.map(paragraph).join('\n')}`
    await write(options.output ?? '-', text)
    return 0
  },
}

function paragraph({ blocks, kin, size }: ModuleFamily): string {
  const head = `${size} ${size === 1 ? 'module' : 'modules'}: ${blocks.join(', ')}\n`
  return head + kin.map(lines).join('')
}

function lines({ spellings, differences }: Kin): string {
  const names = spellings
    .map((list) => list.map(({ diagram, module }) => `${diagram}.${module}`).join(' '))
    .join('\n    by other names: ')
  const settings = differences.map(({ what, there, here }) => `      ${what}: ${here}, not ${there}\n`)
  return `  = ${names}\n${settings.join('')}`
}
