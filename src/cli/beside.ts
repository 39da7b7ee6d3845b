// frieze render --beside: another diagram at the side, or the same one in another variant or phase.
import { besideIn } from '../document/companions'
import type { Beside, Diagram } from '../document/schema'
import type { Exporter } from '../exporters/exporter'
import type { Wish } from '../pages'
import { analyse } from '../semantics/analyse'
import { settingProblem } from '../semantics/setting'
import { Complaint } from './complaint'
import { readDiagram } from './files'
import { readView, type Words } from './options'
import { warnOf } from './usable'

export function isBeside({ options }: Words): boolean {
  return [options.beside, options['beside-variant'], options['beside-phase']].some((each) => each !== undefined)
}

export function checkBeside(file: string, { options }: Words, exporter: Exporter): void {
  if (exporter.needsGraph) throw new Complaint(`${file}: two diagrams side by side cannot be had as ${exporter.label}.`)
  if ([options.step, options.select, options.module].some((each) => each !== undefined))
    throw new Complaint('--beside is for whole diagrams: leave --step, --select and --module out.')
}

/** Says on standard error what is wrong with the other diagram. */
export async function readBeside(file: string, diagram: Diagram, words: Words): Promise<Wish['beside']> {
  const { options } = words
  const [variant, phase] = [options['beside-variant'], options['beside-phase']]
  const setting = { ...(variant !== undefined && { variant }), ...(phase !== undefined && { phase }) }
  const asked: Beside = { ...(options.beside !== undefined && { diagram: 'other' }), ...setting }
  const companions = options.beside === undefined ? undefined : { other: await readDiagram(options.beside) }
  const held = { ...diagram, companions }
  const other = besideIn(held, asked)!
  const problem = settingProblem(other, asked)
  if (problem) throw new Complaint(`--beside: ${problem}`)
  warnOf(options.beside ?? file, analyse(other, { ...(other === held && readView(diagram, words)), ...setting }))
  return { asked, held }
}
