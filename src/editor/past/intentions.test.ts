import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { connect, disconnect, setEdge } from '../../document/edit/edges'
import { moveIntoGroup, ungroup } from '../../document/edit/groups'
import { makeIndependent, makeModule } from '../../document/edit/modules'
import { addNode, addNodeOnEdge, removeNodes } from '../../document/edit/nodes'
import { setParam, setRepeat } from '../../document/edit/params'
import { addPhase } from '../../document/edit/phases'
import { setState } from '../../document/edit/states'
import { setSymbol } from '../../document/edit/symbols'
import { clearPin, clearPins, fold, setPin, setPins, setView, unfold, unfoldTo } from '../../document/edit/view'
import { setLabel, setNote, setTitle } from '../../document/edit/words'
import type { Diagram } from '../../document/schema'
import { example } from '../../document/example.fixture'
import { randomDiagram, randomFrom } from '../../document/randomDiagram.fixture'
import { randomEdit } from '../../document/randomEdit.fixture'
import { languages } from '../../shared/languages'
import { loadStrings, say, speak, startLanguages } from '../strings/language'
import { sayDone } from './done'
import { intentionOf } from './intentions'

beforeAll(() => startLanguages('en'))

const edits: [says: string, edit: (diagram: Diagram) => Diagram, before?: Diagram][] = [
  ['Add Linear', (d) => addNode(d, '', { id: 'fresh', block: 'linear' })],
  ['Add Linear', (d) => addNodeOnEdge(d, '', { id: 'fresh', block: 'linear' }, 'join.a')],
  ['Delete Vision encoder', (d) => removeNodes(d, '', ['vision'])],
  ['Delete 2 nodes', (d) => removeNodes(d, '', ['vision', 'project'])],
  ['Freeze Layer', (d) => setState(d, ['lm'], 'frozen', { phase: 'pretrain' })],
  ['Freeze Layer', (d) => setState(d, ['lm'], 'frozen')],
  ['Freeze 2 nodes', (d) => setState(d, ['lm', 'project'], 'frozen', { phase: 'pretrain' })],
  ['Make Vision encoder trainable', (d) => setState(d, ['vision'], 'trainable', { phase: 'pretrain', inside: true })],
  [
    'Let Vision encoder inherit its state',
    (d) => setState(d, ['vision'], undefined, { phase: 'pretrain', inside: true }),
  ],
  ['Leave Layer out of the phase', (d) => setState(d, ['lm'], 'absent', { phase: 'tune' })],
  ['Rename Vision encoder to Eye', (d) => setLabel(d, 'vision', 'Eye', 'en')],
  ['Rename Linear to Adapter', (d) => setLabel(d, 'project', 'Adapter', 'en')],
  ['Note on Linear', (d) => setNote(d, 'project', 'Why', 'en')],
  ['Linear: Width = 12', (d) => setParam(d, 'project', 'width', 12)],
  ['Repeats of Layer', (d) => setRepeat(d, 'vision/blocks', 6)],
  ['Disconnect Linear → Concatenate', (d) => disconnect(d, '', 'join.a')],
  ['Connect Vision encoder → LayerNorm', (d) => connect(d, '', 'vision.tokens', 'norm.x')],
  ['Edge Vision encoder → Linear', (d) => setEdge(d, '', 'project.x', { label: 'tokens' })],
  ['Move LayerNorm', (d) => setPin(d, 'norm', { x: 1, y: 2 })],
  ['Move Linear', (d) => setPin(d, 'project', { x: 301, y: 0 })],
  ['Move 2 nodes', (d) => setPins(d, { norm: { x: 1, y: 2 }, join: { x: 9, y: 2 } })],
  ['Unpin Linear', (d) => clearPin(d, 'project')],
  ['Tidy', (d) => clearPins(d)],
  ['Unfold Layer', (d) => unfold(d, ['lm'])],
  ['Fold Layer', (d) => fold(d, ['vision/blocks'])],
  ['Fold all', (d) => unfoldTo(d, 0)],
  ['Training phase: Tuning', (d) => setView(d, { phase: 'tune' })],
  ['Variant: L', (d) => setView(d, { variant: 'L' })],
  ['Direction of the flow', (d) => setView(d, { direction: 'down' })],
  ['Change the view', (d) => setView(d, { legend: false })],
  ['Title: Mine', (d) => setTitle(d, 'Mine', 'en')],
  ['width = 96', (d) => setSymbol(d, 'width', 96)],
  ['width = 96', (d) => setSymbol(d, 'width', 96, 'L')],
  ['Change the training phases', (d) => addPhase(d, 'Third')],
  ['Group 2 nodes', (d) => moveIntoGroup(d, '', ['text', 'embed'], 'texts', 'Texts')],
  ['Ungroup Vision encoder', (d) => ungroup(d, 'vision')],
  ['Turn Vision encoder into a module', (d) => makeModule(d, 'vision', 'eye')],
  ['Make Layer independent', (d) => makeIndependent(d, 'lm', 'own')],
]

describe('an edit is called', () => {
  test.each(edits)('%s', (says, edit) => {
    const after = edit(example)
    expect(after).not.toBe(example)
    expect(sayDone(say, intentionOf(example, after), 'en')).toBe(says)
  })
})

test('every edit has a name, in every language, with no blank left open', async () => {
  const tables = await Promise.all(languages.map((language) => loadStrings[language]()))
  for (const [i, language] of languages.entries()) {
    await speak(language)
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const random = randomFrom(seed)
        const before = randomDiagram(random, 6)
        const edit = randomEdit(random, before)
        const after = edit.run(before)
        const intention = intentionOf(before, after)
        expect(Object.keys(tables[i]!), edit.name).toContain(intention.key)
        expect(sayDone(say, intention, language)).not.toMatch(/\{\{|^\s*$/)
        if (after !== before) expect(intention.key, edit.name).not.toBe('done.edit')
      }),
      { numRuns: 150, seed: 5 },
    )
  }
  await speak('en')
})

test('names are in the language of the reader', async () => {
  const titled: Diagram = {
    ...example,
    nodes: example.nodes.map((node) =>
      node.id === 'vision' ? { ...node, label: { en: 'Vision', ja: '視覚' } } : node,
    ),
  }
  const intention = intentionOf(titled, setState(titled, ['vision'], 'trainable', { phase: 'pretrain' }))
  await speak('ja')
  expect(sayDone(say, intention, 'ja')).toBe('視覚 を学習可能に')
  await speak('en')
})
