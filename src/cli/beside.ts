// frieze render --beside: the diagram and another one, or itself in another variant or phase, side by side.
import { besideIn } from '../document/companions'
import type { Beside, Diagram } from '../document/schema'
import type { Exporter, Page } from '../exporters/exporter'
import { layOut } from '../layout/inProcess'
import { render } from '../render'
import { beside } from '../scene/beside/beside'
import type { Look } from '../scene/look'
import { settingProblem } from '../semantics/setting'
import { largeStep } from '../slide'
import { renderBeside } from '../talk'
import { Complaint } from './complaint'
import { readDiagram } from './files'
import { readView, type Words } from './options'
import { warnOf } from './usable'

export function isBeside({ options }: Words): boolean {
  return [options.beside, options['beside-variant'], options['beside-phase']].some((each) => each !== undefined)
}

/** One page with both; `isLarge` for slides. */
export async function besidePage(
  file: string,
  diagram: Diagram,
  words: Words,
  look: Look,
  exporter: Exporter,
  isLarge: boolean,
): Promise<Page> {
  const { options } = words
  if (exporter.needsGraph) throw new Complaint(`${file}: two diagrams side by side cannot be had as ${exporter.label}.`)
  if (options.step !== undefined || options.select !== undefined)
    throw new Complaint('--beside is for whole diagrams: leave --step and --select out.')
  const [variant, phase] = [options['beside-variant'], options['beside-phase']]
  const asked: Beside = {
    ...(options.beside !== undefined && { diagram: 'other' }),
    ...(variant !== undefined && { variant }),
    ...(phase !== undefined && { phase }),
  }
  const companions = options.beside === undefined ? undefined : { other: await readDiagram(options.beside) }
  const held = { ...diagram, companions }
  const other = besideIn(held, asked)!
  const problem = settingProblem(other, asked)
  if (problem) throw new Complaint(`--beside: ${problem}`)
  const view = { ...readView(diagram, words), ...(isLarge && largeStep) }
  const picture = await render(held, view, look, layOut)
  const right = (await renderBeside(held, asked, view, look, layOut))!
  warnOf(file, picture.analysis)
  warnOf(options.beside ?? file, right.analysis)
  const left = { ...picture, view, look }
  return { scene: beside(left, right), drawn: left }
}
