// Two hundred random commands, undone and done again: the same document, byte for byte, and never a broken one.
import { beforeAll, expect, test } from 'vitest'
import { blocks } from '../../blocks'
import { check } from '../../document/check'
import { parseDiagram } from '../../document/parse'
import { serialise } from '../../document/serialise'
import type { Diagram } from '../../document/schema'
import { pick, randomDiagram, randomFrom, some, type Random } from '../../document/randomDiagram.fixture'
import { placeAnnotations } from '../../layout/annotations'
import { everyNode } from '../../graph/walk'
import { fitsAt } from '../building/fits'
import { addAtPort, addAtSelection } from '../building/placing'
import { portHere, refsOf, wantedAt } from '../building/ports'
import { asFragment, put, selectionCut, whereTo } from '../clipboard/fragments'
import type { Editor } from '../editor'
import { diagramOf } from '../state'
import { startLanguages } from '../strings/language'
import { shown, tiny, tinyEditor } from '../tiny.fixture'
import { runCommand } from './command'
import { commands } from './index'

const annotated: Diagram = {
  ...tiny,
  texts: [{ id: 'aside', words: 'Where it begins', node: 'image', x: 10, y: 60 }],
  frames: [{ id: 'tower', words: 'Tower', nodes: ['embed', 'stack'] }],
}

beforeAll(() => startLanguages('en'))

/** What leaves the page, waits for a person, or has no document to change. */
const outside =
  /^(gallery|new|open|save|saveAs|export|recent|copy|cut|paste|undo|redo|language-|documentLanguage|find|goTo|present|versions|history|addBlock|toggleHistory)/i

const editing = commands.filter(
  ({ id, group }) => !outside.test(id) && ['edit', 'node', 'arrange', 'view'].includes(group),
)

/** What hands do besides commands. */
const hands: readonly ((editor: Editor, random: Random) => void)[] = [
  (editor, random) => addAtSelection(editor, { block: pick(random, blocks)!.type }),
  (editor, random) => {
    const [path] = editor.state().history.present.selection
    const ref = path === undefined ? undefined : pick(random, refsOf(editor.state(), path))
    const here = ref && portHere(editor.state(), ref)
    const fit = here && pick(random, fitsAt(diagramOf(editor.state()), here.graph, wantedAt(editor.state(), here)))
    if (ref && fit && !('ready' in fit.ware)) addAtPort(editor, fit, ref)
  },
  (editor, random) => {
    const fragment = selectionCut(editor.state())
    if (!fragment) return
    // As it comes back from the clipboard, while something else may be selected.
    const parsed = parseDiagram(serialise(fragment))
    if (!parsed.ok) throw new Error(`What was copied cannot be read: ${parsed.problems[0]?.path}`)
    selectSome(editor, random)
    const carried = asFragment(parsed.diagram)
    put(editor, carried, whereTo(editor.state(), carried, undefined))
  },
]

function selectSome(editor: Editor, random: Random) {
  const graph = editor.state().session.shown?.picture.graph
  if (!graph) return
  const paths = [...everyNode(graph)].map(({ path }) => path)
  const edges = graph.edges.map(({ id }) => id)
  const { texts, frames } = placeAnnotations(graph, editor.state().session.shown!.picture.layout)
  const annotations = [...texts.keys(), ...frames.keys()]
  const others = [edges, annotations].filter((list) => list.length > 0)
  const one = pick(random, (random() < 0.3 && pick(random, others)) || paths)
  editor.select(random() < 0.6 ? (one === undefined ? [] : [one]) : some(random, paths, 0.3))
}

async function play(diagram: Diagram, seed: number) {
  const random = randomFrom(seed)
  const editor = tinyEditor(diagram)
  await shown(editor)
  const seen = [serialise(diagram)]
  const used = new Set<string>()
  for (let index = 0; index < 200; index++) {
    selectSome(editor, random)
    const before = diagramOf(editor.state())
    const past = editor.state().history.past.length
    const hand = random() < 0.25 ? pick(random, hands)! : undefined
    const command = pick(random, editing)!
    const name = hand ? 'a hand' : command.id
    if (hand) hand(editor, random)
    else runCommand(editor, command)
    const after = diagramOf(editor.state())
    if (after === before) continue
    used.add(name)
    const problems = check(after).filter(({ severity }) => severity === 'error')
    expect(problems, `${name}, step ${index}`).toEqual([])
    const text = serialise(after)
    // A step that goes on with the one before takes its place.
    if (editor.state().history.past.length > past) seen.push(text)
    else seen[seen.length - 1] = text
    await shown(editor)
  }
  expect(used.size).toBeGreaterThan(10)
  for (const text of seen.toReversed()) {
    expect(serialise(diagramOf(editor.state()))).toBe(text)
    editor.undo()
  }
  expect(diagramOf(editor.state())).toBe(diagram)
  for (const text of seen) {
    expect(serialise(diagramOf(editor.state()))).toBe(text)
    editor.redo()
  }
}

test('over any document', { timeout: 120_000 }, async () => {
  await play(randomDiagram(randomFrom(1), 6), 1)
})

test('over a small one with a module, a text and a frame', { timeout: 120_000 }, async () => {
  await play(annotated, 2)
})

test('most commands that edit are among them', () => {
  const ids = editing.map(({ id }) => id)
  for (const id of [
    'remove',
    'group',
    'ungroup',
    'duplicate',
    'freeze',
    'stack',
    'align-left',
    'lock',
    'tidy',
    'shareEqual',
  ])
    expect(ids).toContain(id)
})
