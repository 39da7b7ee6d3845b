import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blocks } from '../../blocks'
import { viewOf } from '../../graph/view'
import { analyse } from '../../semantics/analyse'
import { namesIn } from '../checkSymbols'
import { unstatedNames } from '../initials'
import { nodeAt } from '../place'
import type { Diagram } from '../schema'
import { checkEdit } from '../checkEdit.fixture'
import { example } from '../example.fixture'
import { moveIntoGroup } from './groups'
import { cutOut } from './cutOut'
import { insert } from './insert'
import { groupsLike, makeIndependent, makeModule, removeModule, shareGroups } from './modules'
import { removeNodes } from './nodes'
import { addPort, removePort, renamePort } from './ports'
import { setLabel } from './words'

test('a group becomes a module, and paths stay', () => {
  const changed = checkEdit(example, (d) => makeModule(d, 'vision', 'encoder'))
  expect(nodeAt(changed, 'vision')).toEqual({ id: 'vision', init: 'CLIP', module: 'encoder' })
  expect(changed.modules!.encoder).toEqual({ label: 'Vision encoder', ...nodeAt(example, 'vision')!.group })
  expect(changed.phases).toBe(example.phases)
  expect(changed.view!.pins).toEqual({
    'encoder:patch': { x: 10, y: 20 },
    'layer:attention': { x: 5, y: 6 },
    project: { x: 300, y: 0 },
  })
  for (const name of ['layer', 'constructor', 'a:b'])
    expect(checkEdit(example, (d) => makeModule(d, 'vision', name))).toBe(example)
  expect(checkEdit(example, (d) => makeModule(d, 'lm', 'other'))).toBe(example)
})

test('what the group knew of the surrounding module it is told', () => {
  const grouped = moveIntoGroup(example, 'layer:', ['ln_1', 'attention'], 'core', 'Core')
  const changed = checkEdit(grouped, (d) => makeModule(d, 'layer:core', 'core'))
  expect(nodeAt(changed, 'layer:core')).toEqual({ id: 'core', module: 'core', params: { heads: 'heads' } })
  expect(changed.modules!.core!.params).toEqual({ heads: 'heads' })
  expect(changed.view!.pins).toMatchObject({ 'core:attention': { x: 0, y: 0 } })
})

test('a module made of a group counts what the group counted, whatever its blocks leave unsaid', () => {
  const sizes = ['B', 'T', 'image_size', 'frames', 'heads']
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.constantFrom(...blocks), { minLength: 1, maxLength: 6 }),
      fc.subarray(sizes),
      fc.integer({ min: 2, max: 9 }),
      (some, told, size) => {
        const nodes = some.map(({ type }) => ({ id: type, block: type }))
        const group = { inputs: [], outputs: [], nodes, edges: [] }
        const diagram: Diagram = {
          version: 1,
          about: { title: 'x' },
          symbols: Object.fromEntries(sizes.map((name) => [name, 16])),
          modules: {
            outer: {
              params: Object.fromEntries(told.map((name) => [name, 32])),
              nodes: [{ id: 'core', group }],
              edges: [],
            },
          },
          nodes: [{ id: 'outer', module: 'outer', params: Object.fromEntries(told.map((name) => [name, 16 * size])) }],
          edges: [],
        }
        const changed = checkEdit(diagram, (d) => makeModule(d, 'outer:core', 'core'))
        const named = new Set([...namesIn(group), ...unstatedNames(group)])
        expect(Object.keys(changed.modules!.core!.params ?? {})).toEqual(told.filter((name) => named.has(name)))
        expect(analyse(changed, viewOf(changed)).total).toEqual(analyse(diagram, viewOf(diagram)).total)
      },
    ),
    { numRuns: 60, seed: 3 },
  )
})

test('an instance gets a module of its own', () => {
  const changed = checkEdit(example, (d) => makeIndependent(d, 'lm', 'layer_2'))
  expect(nodeAt(changed, 'lm')!.module).toBe('layer_2')
  expect(changed.modules!.layer_2).toBe(example.modules!.layer)
  expect(changed.view!.pins).toMatchObject({ 'layer:attention': { x: 5, y: 6 }, 'layer_2:attention': { x: 5, y: 6 } })
  const only = removeNodes(example, '', ['lm'])
  expect(checkEdit(only, (d) => makeIndependent(d, 'vision/blocks', 'layer_2'))).toBe(only)
})

test('a module without instances can go', () => {
  expect(checkEdit(example, (d) => removeModule(d, 'layer'))).toBe(example)
  const unused = removeNodes(removeNodes(example, '', ['lm']), 'vision', ['blocks'])
  const changed = checkEdit(unused, (d) => removeModule(d, 'layer'))
  expect(changed).not.toHaveProperty('modules')
  expect(changed.view!.pins).not.toHaveProperty('layer:attention')
})

test('ports change on both sides of the wall, at every instance', () => {
  const added = checkEdit(example, (d) => addPort(d, 'layer:', 'inputs', { id: 'mask', side: true }))
  expect(added.modules!.layer!.inputs).toHaveLength(2)
  expect(checkEdit(example, (d) => addPort(d, 'layer:', 'inputs', { id: 'x' }))).toBe(example)
  expect(checkEdit(example, (d) => addPort(d, '', 'inputs', { id: 'x' }))).toBe(example)
  const renamed = checkEdit(example, (d) => renamePort(d, 'layer:', 'outputs', 'x', 'y'))
  expect(renamed.modules!.layer!.edges.at(-1)).toEqual({ from: 'add_1.x', to: 'out.y' })
  expect(renamed.edges).toContainEqual({ from: 'lm.y', to: 'join.b' })
  expect(nodeAt(renamed, 'vision')!.group!.edges).toContainEqual({ from: 'blocks.y', to: 'out.tokens' })
  const removed = checkEdit(example, (d) => removePort(d, 'vision', 'inputs', 'image'))
  expect(removed.edges.some((edge) => edge.to === 'vision.image')).toBe(false)
  expect(nodeAt(removed, 'vision')!.group!.edges).toHaveLength(2)
})

test('equal groups become instances of one module, each with its own name and states', () => {
  const fragment = cutOut(example, '', ['vision'], { phase: 'pretrain' })!
  const inserted = insert(example, fragment, { path: '', graph: '' })
  if (!inserted.ok) throw new Error(inserted.message.kind)
  const named = setLabel(inserted.diagram, 'vision_2', 'Second eye', 'en')
  expect(groupsLike(named, 'vision')).toEqual(['vision', 'vision_2'])
  const shared = checkEdit(named, (d) => shareGroups(d, 'vision_2', 'eye'))
  expect(nodeAt(shared, 'vision')).toEqual({ id: 'vision', label: 'Vision encoder', init: 'CLIP', module: 'eye' })
  expect(nodeAt(shared, 'vision_2')).toEqual({ id: 'vision_2', init: 'CLIP', module: 'eye' })
  expect(shared.modules!.eye!.label).toBe('Second eye')
  expect(shared.phases).toBe(named.phases)
  expect(shared.view!.pins).toHaveProperty(['eye:patch'])
  const changed = removeNodes(named, 'vision', ['patch'])
  expect(groupsLike(changed, 'vision')).toEqual(['vision'])
})
