// The eyes of the comparison: they see what is gone, and do not mind how a program smooths.
import { expect, test } from 'vitest'
import { allDiagrams } from '../../diagrams.fixture'
import type { Primitive } from '../../drawing/primitives'
import { outlineTexts } from '../outlined'
import { figureOf } from '../pages.fixture'
import { svgText } from '../svg'
import { typesetterFor } from '../type/line'
import { loadAsset } from '../../cli/assets'
import { edgeParts, groupsIn } from '../scenes'
import { differingShare, lostMarks, marksIn, pixelsOf } from './pixels.fixture'

const { diagram } = allDiagrams().find(({ name }) => name === 'clip')!
const { scene } = await figureOf(diagram)
const typesetter = await typesetterFor(scene.primitives, loadAsset)

const pixels = (primitives: readonly Primitive[], shift = 0) => {
  const text = svgText({ ...scene, primitives: outlineTexts(primitives, typesetter) }, 'en')
  return pixelsOf(shift ? text.replace('viewBox="0 0', `viewBox="${shift} 0`) : text)
}

/** Without the primitives that a test names. */
const without = (is: (each: Primitive) => boolean, list = scene.primitives): Primitive[] =>
  list
    .filter((each) => !is(each))
    .map((each) => (each.kind === 'group' ? { ...each, children: without(is, each.children) } : each))

const whole = pixels(scene.primitives)

test('nothing is lost of a picture beside itself, nor beside one that lies a third of a pixel off', () => {
  expect(differingShare(whole, whole)).toBe(0)
  const shifted = pixels(scene.primitives, 0.33)
  expect(differingShare(whole, shifted)).toBeLessThan(0.006)
  expect(lostMarks(marksIn(scene), whole, shifted)).toEqual([])
})

test('a text that is gone is named, and so is each arrowhead', () => {
  const texts = pixels(without((each) => each.kind === 'text' && each.text === 'Image encoder'))
  expect(lostMarks(marksIn(scene), whole, texts)).toEqual(['“Image encoder”'])
  const heads = new Set<Primitive>()
  for (const group of groupsIn(scene.primitives).drawn.values())
    if (group.edge !== undefined && edgeParts(group).hasHead)
      heads.add(group.children.find((each) => each.kind === 'path' && each.stroke === 'none')!)
  const marks = marksIn(scene).filter(({ name }) => name.startsWith('the arrowhead'))
  expect(marks.length).toBe(heads.size)
  expect(lostMarks(marks, whole, pixels(without((each) => heads.has(each))))).toEqual(marks.map(({ name }) => name))
})

test('pictures of another size are wholly different', () => {
  expect(differingShare(whole, { ...whole, height: whole.height - 1 })).toBe(1)
})
