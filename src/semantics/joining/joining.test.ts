// Edges that may be drawn, judged before they are: what fits is never refused, what is refused says why, and what is
// offered ends it.
import { expect, test } from 'vitest'
import { allDiagrams } from '../../diagrams.fixture'
import { cutOut } from '../../document/edit/cutOut'
import { connect, disconnect } from '../../document/edit/edges'
import { moveIntoGroup } from '../../document/edit/groups'
import { insert } from '../../document/edit/insert'
import { makeModule } from '../../document/edit/modules'
import { endOf } from '../../document/ends'
import type { Diagram } from '../../document/schema'
import { checkEdit } from '../../document/checkEdit.fixture'
import { analyse } from '../analyse'
import { problemsIn } from '../checks'
import { remedyFor, repairsFor } from '../repairs'
import { misfitOf, type Wire } from './misfit'

const diagrams = allDiagrams()
const diagramOf = (name: string) => diagrams.find((each) => each.name === name)!.diagram
const wire = (from: string, to: string): Wire => ({ path: '', graph: '', from, to })

/** PaLI with the Resampler of Flamingo beside it, joined to nothing. */
const resampled = (() => {
  const fragment = cutOut(diagramOf('flamingo'), '', ['resampler'], { variant: '80B', phase: 'training' })!
  const inserted = insert(diagramOf('pali'), fragment, { path: '', graph: '' })
  if (!inserted.ok) throw new Error('It cannot be put in')
  return inserted.diagram
})()

function errorsIn(diagram: Diagram): string[] {
  return problemsIn(analyse(diagram)).flatMap(({ severity, path, sentence }) =>
    severity === 'error' ? [`${path}: ${sentence}`] : [],
  )
}

/** Draws it with what is offered for it, which has to leave no error. */
function mended(diagram: Diagram, each: Wire): { says: string; offers: string; after: Diagram } {
  const misfit = misfitOf(diagram, {}, each)!
  const remedy = remedyFor(diagram, {}, each, misfit)!
  const after = checkEdit(diagram, (before) => remedy.apply(connect(before, each.graph, each.from, each.to)))
  expect(errorsIn(after)).toEqual([])
  return { says: misfit.problem.sentence, offers: remedy.label, after }
}

test('a module that takes several images of several frames says so, and takes one of one', () => {
  const features = wire('vision.tokens', 'resampler.features')
  expect(misfitOf(resampled, {}, features)?.message.args).toMatchObject({ rank: 5, otherRank: 3 })
  const { offers, after } = mended(resampled, features)
  expect(offers).toBe('Insert an Unsqueeze by 1 × 1, with images = 1')
  // Then only its width is not that of the text.
  const out = mended(after, wire('resampler.x', 'concat.a'))
  expect(out.offers).toBe('Insert a Linear 1536 → 4096')
  expect(out.after.nodes.find(({ block, id }) => block === 'linear' && id !== 'projection')?.params).toEqual({
    width: 'd_model',
  })
})

test('what nothing feeds yet is judged by what it would give whatever is fed to it', () => {
  const { says, offers, after } = mended(resampled, wire('resampler.x', 'concat.a'))
  expect(says).toMatch(/widths 4096 and 1536 differ/)
  expect(offers).toBe('Insert a Linear 1536 → 4096')
  mended(after, wire('vision.tokens', 'resampler.features'))
})

test('the list of problems offers the same, and nothing that begins another problem', () => {
  const drawn = connect(resampled, '', 'vision.tokens', 'resampler.features')
  const problem = problemsIn(analyse(drawn)).find(({ severity }) => severity === 'error')!
  const offered = repairsFor(drawn, {}, problem)
  expect(offered[0]?.label).toBe('Insert an Unsqueeze by 1 × 1, with images = 1')
  for (const mend of offered) expect(errorsIn(mend.apply(drawn))).toEqual([])
})

test('in a group and in a module, too, one of several is one', () => {
  const grouped = moveIntoGroup(resampled, '', ['vision', 'resampler'], 'seeing')
  const shared = makeModule(grouped, 'seeing', 'seeing')
  for (const [diagram, graph] of [[grouped, 'seeing'] as const, [shared, 'seeing:'] as const]) {
    const features = { path: 'seeing', graph, from: 'vision.tokens', to: 'resampler.features' }
    expect(mended(diagram, features).offers).toBe('Insert an Unsqueeze by 1 × 1, with images = 1')
  }
})

test('a symbol that something else uses is not touched', () => {
  const used: Diagram = {
    ...resampled,
    nodes: [...resampled.nodes, { id: 'others', block: 'tokenIds', params: { batch: ['B', 'images'], length: 7 } }],
  }
  const features = wire('vision.tokens', 'resampler.features')
  const misfit = misfitOf(used, {}, features)!
  expect(misfit.message.args).toMatchObject({ rank: 5, otherRank: 3 })
  expect(remedyFor(used, {}, features, misfit)).toBeUndefined()
})

test.each(diagrams)(
  '$name: no edge that is there would be refused, even before what feeds it is known',
  ({ diagram }) => {
    for (const { from, to } of diagram.edges) {
      const open = disconnect(diagram, '', to)
      expect(misfitOf(open, {}, wire(from, to))?.problem.sentence, `${from} → ${to}`).toBeUndefined()
      const source = endOf(from).node
      const fed = diagram.edges.filter((edge) => endOf(edge.to).node === source)
      if (fed.length !== 1) continue
      const lost = disconnect(open, '', fed[0]!.to)
      expect(misfitOf(lost, {}, wire(from, to))?.problem.sentence, `${from} → ${to}, unfed`).toBeUndefined()
    }
  },
)
