import { expect, test } from 'vitest'
import { parseValue } from '../parse'
import { checkEdit } from '../checkEdit.fixture'
import { example } from '../example.fixture'
import type { Diagram } from '../schema'
import {
  addFrame,
  addText,
  freeAnnotationId,
  moveText,
  removeAnnotations,
  setFrameNodes,
  setFrameWords,
  setText,
  setTextWords,
} from './annotations'
import { cutOut } from './cutOut'
import { moveIntoGroup, ungroup } from './groups'
import { insert } from './insert'
import { makeModule } from './modules'
import { removeNodes } from './nodes'

const text = (diagram: Diagram, id = 'text') => diagram.texts?.find((each) => each.id === id)
const frame = (diagram: Diagram) => diagram.frames?.[0]

test('texts come, are written in languages, move and go', () => {
  const added = checkEdit(example, (d) => addText(d, 'vision', { id: 'text', node: 'patch', x: -0, y: 4, words: 'Hi' }))
  const vision = added.nodes.find((node) => node.id === 'vision')!.group!
  expect(vision.texts).toEqual([{ id: 'text', node: 'patch', x: 0, y: 4, words: 'Hi' }])
  expect(freeAnnotationId(vision, 'text')).toBe('text_2')
  const written = checkEdit(added, (d) => setTextWords(d, 'vision', 'text', 'やあ', { language: 'ja', plain: 'en' }))
  expect(written.nodes.find((node) => node.id === 'vision')!.group!.texts![0]!.words).toEqual({ en: 'Hi', ja: 'やあ' })
  const moved = checkEdit(added, (d) =>
    moveText(d, { graph: 'vision', id: 'text' }, { graph: '', node: 'lm', x: 1, y: 2 }),
  )
  expect(moved.nodes.find((node) => node.id === 'vision')!.group!.texts).toBeUndefined()
  expect(text(moved, 'text_3')).toEqual({ id: 'text_3', node: 'lm', x: 1, y: 2, words: 'Hi' })
  expect(checkEdit(added, (d) => setTextWords(d, 'vision', 'text', ' ', 'en'))).toEqual(example)
  expect(checkEdit(added, (d) => removeAnnotations(d, 'vision', ['text']))).toEqual(example)
})

test('what cannot be is left alone', () => {
  for (const edit of [
    (d: Diagram) => addText(d, '', { id: 'text', x: 0, y: 0, words: 'taken' }),
    (d: Diagram) => addText(d, '', { id: 'fresh', node: 'nobody', x: 0, y: 0, words: 'x' }),
    (d: Diagram) => addText(d, '', { id: 'fresh', x: 1e9, y: 0, words: 'x' }),
    (d: Diagram) => addText(d, 'nowhere', { id: 'fresh', x: 0, y: 0, words: 'x' }),
    (d: Diagram) => setText(d, '', 'text', { width: -5 }),
    (d: Diagram) => addFrame(d, '', { id: 'fresh', nodes: ['nobody'] }),
    (d: Diagram) => setFrameWords(d, '', 'frame', 'Language', 'en'),
  ])
    expect(checkEdit(example, edit)).toBe(example)
})

test('they follow their nodes, and go with the last of them', () => {
  const fewer = checkEdit(example, (d) => removeNodes(d, '', ['embed', 'vision']))
  expect(frame(fewer)!.nodes).toEqual(['text', 'lm'])
  expect(text(fewer)).toBeUndefined()
  expect(text(fewer, 'text_2')).toEqual(text(example, 'text_2'))
  expect(checkEdit(example, (d) => removeNodes(d, '', ['embed', 'text', 'lm'])).frames).toBeUndefined()
  expect(checkEdit(example, (d) => setFrameNodes(d, '', 'frame', [])).frames).toBeUndefined()
})

test('into a group, into a module, out again', () => {
  const whole = checkEdit(example, (d) => moveIntoGroup(d, '', ['text', 'embed', 'lm'], 'language'))
  const group = whole.nodes.find((node) => node.id === 'language')!.group!
  expect(group.frames).toEqual(example.frames)
  expect(whole.frames).toBeUndefined()
  const module = checkEdit(whole, (d) => makeModule(d, 'language', 'language'))
  expect(module.modules!['language']!.frames).toEqual(example.frames)
  expect(checkEdit(whole, (d) => ungroup(d, 'language')).frames).toEqual(example.frames)
  // A frame around some that went in and some that did not is around the group.
  const part = checkEdit(example, (d) => moveIntoGroup(d, '', ['embed', 'lm'], 'part'))
  expect(frame(part)!.nodes).toEqual(['text', 'part'])
  expect(frame(checkEdit(part, (d) => ungroup(d, 'part')))!.nodes).toEqual(['text', 'embed', 'lm'])
})

test('they go along with what is copied', () => {
  const fragment = cutOut(example, '', ['vision', 'text', 'embed', 'lm'], {})!
  expect(fragment.texts).toEqual([text(example)])
  const inserted = insert(example, fragment, { path: '', graph: '' })
  if (!inserted.ok) throw new Error(inserted.message.kind)
  expect(text(inserted.diagram, 'text_3')).toMatchObject({ node: 'vision_2', x: 0, y: 60 })
  expect(inserted.diagram.frames![1]).toMatchObject({ nodes: ['text_2', 'embed_2', 'lm_2'], words: 'Language' })
})

test('what is wrong with them is said', () => {
  const sentences = (part: Partial<Diagram>) => parseValue({ ...example, ...part }).problems.map((p) => p.sentence)
  expect(sentences({ texts: [{ id: 'a', x: 1e9, y: 0, words: 'x' }] }).join()).toMatch(/too far out/)
  expect(sentences({ texts: [{ id: 'frame', x: 0, y: 0, words: 'x' }] }).join()).toMatch(/used twice/)
  expect(sentences({ texts: [{ id: 'a', node: 'nobody', x: 0, y: 0, words: 'x' }] }).join()).toMatch(
    /“nobody” leads to no node/,
  )
})
