// frieze systems: all systems side by side, computed; as columns, Markdown, LaTeX, CSV, JSON, or a figure.
import { extname } from 'node:path'
import { own } from '../document/own'
import { exporterFor, exporters } from '../exporters'
import { drawSystems } from '../scene/systems'
import { rowsFor, systemTable, systemTables, type SystemTable } from '../semantics/systems/columns'
import { systemRows } from '../semantics/systems/systems'
import type { TextTable } from '../semantics/table/columns'
import { latexTable } from '../semantics/table/latex'
import { markdownTable } from '../semantics/table/markdown'
import { csvTable } from '../semantics/table/separated'
import type { Command } from './command'
import { Complaint } from './complaint'
import { plainName, readDiagram, write } from './files'
import { writeJson } from './json'
import { readChoice, readLanguage, readTheme } from './options'
import { formatOptions, writeScene } from './output'
import { columns } from './table'

/** By the ending of the file's name. */
const writers: Readonly<Record<string, (table: TextTable) => string>> = {
  md: markdownTable,
  tex: latexTable,
  csv: csvTable,
}

export const systemsCommand: Command = {
  name: 'systems',
  takes: 'FILE… [-o OUT.md|.tex|.csv|.json|.svg|…] [--what systems|tokens]',
  about: 'Puts systems side by side: parameters, FLOPs, image tokens; or parameters per token and data seen.',
  options: ['output', 'what', 'variants', 'json', 'theme', 'lang', 'no-background', ...formatOptions],
  files: [1, Number.MAX_SAFE_INTEGER],
  async run(words) {
    const { files, options } = words
    const language = readLanguage(words) ?? 'en'
    const table = readChoice('what', options.what, Object.keys(systemTables) as SystemTable[]) ?? 'systems'
    const diagrams = []
    for (const file of files) diagrams.push({ name: plainName(file), diagram: await readDiagram(file) })
    const rows = systemRows(diagrams, { language, variants: options.variants || systemTables[table].hasVariants })
    const output = options.output ?? '-'
    const ending = extname(output).slice(1)
    const writer = own(writers, ending)
    const exporter = exporterFor(ending)
    if (options.json || ending === 'json') await write(output, writeJson(rowsFor(table, rows)))
    else if (writer)
      await write(output, writer(systemTable(table, rows, ending === 'csv' ? 'exact' : 'short', language)))
    else if (output === '-') await write(output, plain(systemTable(table, rows, 'short', language)))
    else if (exporter && !exporter.needsGraph) {
      const look = { theme: readTheme(words), background: !options['no-background'], problems: false }
      await writeScene(words, { output, exporter }, drawSystems(rows, table, language, look), { language })
    } else throw new Complaint(`${output}: a table of systems can be had as ${endings()}.`)
    return 0
  },
}

function endings(): string {
  const figures = exporters.filter((each) => !each.needsGraph).map((each) => each.extension)
  return [...new Set([...Object.keys(writers), 'json', ...figures])].map((ending) => `.${ending}`).join(', ')
}

function plain({ columns: heads, rows }: TextTable): string {
  return columns(
    heads.map(({ heading, align }) => ({ title: heading, isNumber: align === 'right' })),
    rows,
  )
}
