import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allDiagrams } from '../diagrams.fixture'
import { languages, lensKinds } from '../document/schema'
import { blockOf } from '../blocks'
import { bounds } from '../drawing/bounds'
import { contrast } from '../drawing/colour'
import type { Primitive, RectPrimitive } from '../drawing/primitives'
import { lintSvg } from '../drawing/lint'
import { svgText } from '../exporters/svg'
import { themeNames } from '../scene/scene'
import { plainLook } from '../scene/look'
import { analyse } from '../semantics/analyse'
import { everyNode } from '../semantics/tree'
import { attends } from './causality'
import { batchOf } from './contrastive'
import { fixed } from './kit'
import { drawLens, lenses, lensesFor, moved, openLens, valuesFor } from './index'
import { page, type Given, type Lens } from './lens'
import { lastImage, sees, tagsOf } from './mask'
import { cutOf } from './patches'
import { resamplingOf } from './resampler'
import { route } from './routing'

const nothing: Given = { symbol: () => undefined, blocks: () => [], near: () => [] }

function setBy(lens: Lens, shares: readonly number[]) {
  return Object.fromEntries(
    lens.controls(nothing).map((control, i) => {
      const share = shares[i % 8]!
      if (control.type === 'range') return [control.id, control.min + share * (control.max - control.min)]
      if (control.type === 'switch') return [control.id, share > 0.5]
      return [control.id, control.options[Math.floor(share * (control.options.length - 1))]!.id]
    }),
  )
}

test('every kind of the format has a lens, and each explains blocks that there are', () => {
  expect(lenses.map(({ kind }) => kind).sort()).toEqual([...lensKinds].sort())
  for (const { blocks } of lenses) for (const type of blocks) expect(blockOf(type), type).toBeDefined()
})

test.each(lenses)('$kind stays on its slide, in every language and theme, with readable text', (lens) => {
  for (const language of languages)
    for (const theme of themeNames) {
      const scene = drawLens(lens, valuesFor(lens, nothing), { ...plainLook, theme }, language)
      const box = bounds(scene.primitives)!
      expect(box.x).toBeGreaterThanOrEqual(0)
      expect(box.y).toBeGreaterThanOrEqual(0)
      expect(box.x + box.width, `${lens.kind} ${language}`).toBeLessThanOrEqual(page.width)
      expect(box.y + box.height, `${lens.kind} ${language}`).toBeLessThanOrEqual(page.height)
      expect(lintSvg(svgText(scene, language))).toEqual([])
      expect(
        Math.min(...[...svgText(scene, language).matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size))),
      ).toBeGreaterThanOrEqual(17)
    }
})

test('any values give a picture, and the same values the same one', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...lenses),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 }),
      (lens, shares) => {
        const values = valuesFor(lens, nothing, setBy(lens, shares))
        const text = svgText(drawLens(lens, values, plainLook, 'en'), 'en')
        expect(text).not.toMatch(/NaN|Infinity|undefined/)
        expect(svgText(drawLens(lens, values, plainLook, 'en'), 'en')).toBe(text)
        for (const handle of drawLens(lens, values, plainLook, 'en').figure.handles ?? []) {
          const to = { x: page.width * shares[0]!, y: page.height * shares[1]! }
          const next = valuesFor(lens, nothing, moved(lens, values, handle, lens.valueAt!(values, handle.id, to)))
          const found = drawLens(lens, next, plainLook, 'en').figure.handles!.find(({ id }) => id === handle.id)!
          expect(found.value).toBeGreaterThanOrEqual(handle.min - 1e-9)
          expect(found.value).toBeLessThanOrEqual(handle.max + 1e-9)
        }
      },
    ),
    { seed: 1, numRuns: 200 },
  )
})

test('a lens begins with the symbols of its diagram', () => {
  const begins = (name: string, kind: string, variant?: string) => {
    const { diagram } = allDiagrams().find((each) => each.name === name)!
    return openLens({ kind }, analyse(diagram, variant === undefined ? {} : { variant }))!.values
  }
  expect(begins('clip', 'patches', 'ViT-L/14@336')).toMatchObject({ image: 336, patch: 14 })
  expect(begins('limoe', 'routing')).toMatchObject({ experts: 32, topK: 1, capacityFactor: 1.05 })
  expect(begins('limoe', 'routing', 'S/32')).toMatchObject({ experts: 8 })
  expect(begins('flamingo', 'resampler')).toMatchObject({ latents: 64, features: 100 })
})

test('a lens follows the blocks of its diagram, whatever its symbols are called, and first that from which it is opened', () => {
  const { diagram } = allDiagrams().find(({ name }) => name === 'limoe')!
  const renamed = JSON.parse(
    JSON.stringify(diagram)
      .replaceAll('"experts":"experts"', '"experts":12')
      .replaceAll('"top_k":"top_k"', '"top_k":2')
      .replaceAll('"capacity_factor":"capacity_factor"', '"capacity_factor":1.5'),
  ) as typeof diagram
  expect(openLens({ kind: 'routing' }, analyse(renamed))!.values).toMatchObject({
    experts: 12,
    topK: 2,
    capacityFactor: 1.5,
  })
  const of = (name: string) => analyse(allDiagrams().find((each) => each.name === name)!.diagram)
  expect(openLens({ kind: 'causality' }, of('clip'), ['text_encoder'])!.values).toMatchObject({ kind: 'causal' })
  expect(openLens({ kind: 'causality' }, of('clip'), ['image_encoder'])!.values).toMatchObject({ kind: 'full' })
  // In a step: the node it names, before those in focus.
  expect(openLens({ kind: 'causality', node: 'text_encoder' }, of('clip'), ['image_encoder'])!.values).toMatchObject({
    kind: 'causal',
  })
  expect(openLens({ kind: 'contrastive' }, of('lit'))!.values).toMatchObject({ temperature: 0.1 })
  expect(openLens({ kind: 'resampler' }, of('open-flamingo'))!.values).toMatchObject({ features: 256, beside: true })
  expect(openLens({ kind: 'resampler' }, of('perceiver'))!.values).toMatchObject({ latents: 512, beside: false })
  expect(openLens({ kind: 'mask' }, of('flamingo'))!.values).toMatchObject({ images: '0,3,6,9,12' })
})

test('what is beyond what can be drawn is told apart from what is drawn', () => {
  const { diagram } = allDiagrams().find(({ name }) => name === 'm6')!
  const { lens, given, values } = openLens({ kind: 'routing' }, analyse(diagram, { variant: 'M6-100B' }))!
  expect(values).toMatchObject({ experts: 32, priority: false })
  expect(lens.controls(given).find(({ id }) => id === 'experts')).toMatchObject({ initial: 32, diagram: 1024 })
})

test('the lens made for a block comes first; a folded part has those of what is inside', () => {
  const { diagram } = allDiagrams().find(({ name }) => name === 'flamingo')!
  const analysis = analyse(diagram)
  const first = (path: string) => lensesFor(analysis, path)[0]?.kind
  expect(first('resampler/layers/attention')).toBe('resampler')
  expect(first('resampler')).toBe('resampler')
  expect(
    [...everyNode(analysis.tree)].filter(({ node }) => node.block === 'crossAttention').map(({ path }) => first(path)),
  ).toEqual(['resampler', 'mask', 'mask'])
  expect(lensesFor(analysis, 'nowhere')).toEqual([])
})

test.each(lenses)('$kind: every word has a contrast of 7 to 1, whatever it shows', (lens) => {
  fc.assert(
    fc.property(
      fc.constantFrom('light', 'dark', 'print', 'contrast', 'contrast-dark'),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 }),
      (theme, shares) => {
        const scene = drawLens(lens, valuesFor(lens, nothing, setBy(lens, shares)), { ...plainLook, theme }, 'en')
        const grounds: RectPrimitive[] = []
        const visit = (list: readonly Primitive[]): void =>
          list.forEach((each) => {
            if (each.kind === 'group') visit(each.children)
            if (each.kind === 'rect' && each.fill !== 'none') grounds.push(each)
            if (each.kind !== 'text') return
            const under = grounds.findLast(
              ({ x, y, width, height }) => each.x >= x && each.x <= x + width && each.y >= y && each.y <= y + height,
            )
            expect(contrast(each.fill, under?.fill ?? scene.background!), each.text).toBeGreaterThanOrEqual(7)
          })
        visit(scene.primitives)
      },
    ),
    { seed: 2, numRuns: 60 },
  )
})

test('the contrastive batch: rows and columns are distributions, and guessing costs ln B', () => {
  const batch = batchOf(6, 0.07, 0.5, 4)
  for (const row of batch.rows) expect(row.reduce((a, b) => a + b)).toBeCloseTo(1)
  for (let j = 0; j < 6; j++) expect(batch.columns.reduce((sum, row) => sum + row[j]!, 0)).toBeCloseTo(1)
  expect(batchOf(6, 1e9, 0.5, 4).imageToText).toBeCloseTo(Math.log(6))
  expect(batchOf(6, 0.01, 1, 4).imageToText).toBeLessThan(1e-6)
})

test('routing: nobody is lost, buffers never overflow, priority drops the unsure', () => {
  const options = {
    visionTokens: 40,
    languageTokens: 14,
    experts: 8,
    topK: 2,
    capacityFactor: 0.8,
    priority: false,
    steps: 0,
    seed: 5,
  }
  const routed = route(options)
  expect(routed.assignments).toHaveLength(54 * 2)
  const taken = routed.load.map(({ vision, language }) => vision + language)
  expect(Math.max(...taken)).toBeLessThanOrEqual(routed.capacity)
  expect(routed.capacity).toBe(Math.ceil((2 * 54 * 0.8) / 8))
  expect(taken.reduce((a, b) => a + b) + routed.dropped.vision + routed.dropped.language).toBe(108)
  const sureness = ({ tokens, assignments }: ReturnType<typeof route>) =>
    assignments
      .filter(({ slot }) => slot === undefined)
      .reduce((sum, { token, expert }) => sum + tokens[token]!.shares[expert]!, 0)
  expect(sureness(route({ ...options, topK: 1, priority: true }))).toBeLessThan(
    sureness(route({ ...options, topK: 1 })),
  )
})

test('the entropy losses make tokens sure and the experts evenly used', () => {
  const options = {
    visionTokens: 40,
    languageTokens: 14,
    experts: 8,
    topK: 1,
    capacityFactor: 1.05,
    priority: true,
    seed: 5,
  }
  const [before, after] = [route({ ...options, steps: 0 }), route({ ...options, steps: 60 })]
  for (const modality of ['vision', 'language'] as const) {
    expect(after.local[modality]).toBeLessThan(before.local[modality])
    expect(after.global[modality]).toBeGreaterThan(before.global[modality])
    expect(after.global[modality]).toBeLessThanOrEqual(Math.log(8) + 1e-9)
  }
  expect(after.dropped.language).toBeLessThanOrEqual(before.dropped.language)
})

test('the interleaved mask follows the last image', () => {
  const tags = tagsOf([2, 5], 8)
  expect(tags).toEqual([0, 0, 1, 0, 0, 2, 0, 0])
  expect(lastImage(tags)).toEqual([0, 0, 1, 1, 1, 2, 2, 2])
  expect([sees(0, 1, 'last'), sees(2, 1, 'last'), sees(2, 2, 'last'), sees(2, 1, 'all')]).toEqual([
    false,
    false,
    true,
    true,
  ])
})

test('masks of one sequence', () => {
  expect([attends('causal', 1, 2, 0), attends('prefix', 0, 1, 2), attends('prefix', 0, 2, 2)]).toEqual([
    false,
    true,
    false,
  ])
  expect([
    attends('encoderDecoder', 0, 3, 2),
    attends('encoderDecoder', 3, 0, 2),
    attends('encoderDecoder', 2, 3, 2),
  ]).toEqual([false, true, false])
})

test('patches and resampling count as the models do', () => {
  expect([224, 448, 588].map((size) => cutOf(size, 14).tokens)).toEqual([256, 1024, 1764])
  expect(cutOf(224, 15)).toEqual({ side: 14, tokens: 196, rest: 14 })
  expect(resamplingOf(8, 100, 64)).toEqual({ features: 800, keys: 864, scores: 55296, full: 640000 })
})

test('a number keeps its sign unless nothing is left of it', () => {
  expect(fixed(-0.005, 3)).toBe('-0.005')
  expect([fixed(-0.0004, 3), fixed(-0.004), fixed(-0.4, 0), fixed(0)]).toEqual(['0.000', '0.00', '0', '0.00'])
  expect([fixed(-0.05), fixed(-10, 0)]).toEqual(['-0.05', '-10'])
})
