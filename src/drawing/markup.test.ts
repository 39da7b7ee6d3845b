import { Resvg } from '@resvg/resvg-js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lintSvg } from './lint'
import { attributes, prefixedIds, svgDocument, toMarkup } from './markup'
import type { Primitive, TextPrimitive } from './primitives'
import { sample } from './sample.fixture'
import { readXml } from './xml'

const text = (label: string): TextPrimitive => ({
  kind: 'text',
  x: 1,
  y: 2,
  text: label,
  size: 15,
  weight: 400,
  anchor: 'start',
  fill: '#000000',
})

const file = (primitives: readonly Primitive[], more: { title?: string; metadata?: string } = {}): string =>
  svgDocument({
    width: 860,
    height: 520,
    title: 'Sample',
    description: 'A sample.',
    background: '#ffffff',
    primitives,
    idPrefix: 'sample',
    ...more,
  })

/** What a reader of the file finds in its elements of one name. */
function textsOf(svg: string, name: string): string[] {
  const texts: string[] = []
  let isInside = false
  readXml(svg, (event) => {
    if (event.kind === 'open' && event.name === name) {
      isInside = true
      texts.push('')
    } else if (event.kind === 'close') isInside = false
    else if (event.kind === 'text' && isInside) texts[texts.length - 1] += event.text
  })
  return texts
}

describe('attributes', () => {
  test('are complete, ordered and rounded', () => {
    expect(
      attributes({
        kind: 'rect',
        x: 1.005,
        y: 1 / 3,
        width: 20,
        height: 10,
        radius: 99,
        fill: '#ffffff',
        fillOpacity: 0.123456,
        stroke: '#000000',
        strokeOpacity: 0.5,
        strokeWidth: 1.5,
        dash: [3, 1 / 3],
        cap: 'round',
        join: 'round',
      }).map((pair) => pair.join('=')),
    ).toEqual([
      'x=1',
      'y=0.33',
      'width=20',
      'height=10',
      'rx=5',
      'fill=#ffffff',
      'fill-opacity=0.12',
      'stroke=#000000',
      'stroke-opacity=0.5',
      'stroke-width=1.5',
      'stroke-dasharray=3 0.33',
      'stroke-linecap=round',
      'stroke-linejoin=round',
    ])
    expect(attributes({ kind: 'path', d: 'M1.23456 -0.0001L1e-7 2', fill: 'none', stroke: '#000000' })).toEqual([
      ['d', 'M1.23 0L0 2'],
      ['fill', 'none'],
      ['stroke', '#000000'],
    ])
  })

  test('refuse what is no number', () => {
    expect(() => attributes({ ...text('a'), x: NaN })).toThrow('NaN')
  })

  test('put a CJK face first only where it is needed', () => {
    const family = (label: string, lang?: string) =>
      new Map(attributes({ ...text(label), ...(lang ? { lang } : {}) })).get('font-family')
    expect(family('Attention')).toBe('Arial, Helvetica, sans-serif')
    expect(family('注意', 'ja')).toMatch(/^'Noto Sans CJK JP'/)
    expect(family('注意', 'zh-Hans')).toMatch(/^'Noto Sans CJK SC'/)
    expect(family('注意', 'zh-Hant')).toMatch(/^'Noto Sans CJK TC'/)
    expect(family('注意', 'zh-TW')).toMatch(/^'Noto Sans CJK TC'/)
    expect(family('注意', 'en')).toMatch(/^'Noto Sans CJK SC'/)
    expect(family('エンコーダ')).toMatch(/^'Noto Sans CJK JP'/)
  })
})

describe('toMarkup', () => {
  test('writes groups with id, data and title first', () => {
    const group: Primitive = { kind: 'group', node: 'lm/視覚', title: 'LM & more', children: [text('a')] }
    expect(toMarkup([group, group], '', prefixedIds('p'))).toBe(
      ['p-lm._', 'p-lm._-2']
        .map(
          (id) => `<g id="${id}" data-node="lm/視覚">
  <title>LM &amp; more</title>
  <text x="1" y="2" font-family="Arial, Helvetica, sans-serif" font-size="15" font-weight="400" fill="#000000" text-anchor="start">a</text>
</g>
`,
        )
        .join(''),
    )
  })

  test('leaves out what cannot be seen', () => {
    expect(
      toMarkup([
        text(' '),
        text('\u0000'),
        { kind: 'group', id: 'x', children: [] },
        { kind: 'rect', x: 0, y: 0, width: 5, height: 5, fill: 'none', stroke: 'none' },
        { kind: 'path', d: '', fill: '#000000', stroke: 'none' },
      ]),
    ).toBe('')
  })
})

describe('svgDocument', () => {
  test('obeys the rules', () => expect(lintSvg(file(sample))).toEqual([]))

  test.each([
    ']]>',
    '<script>alert(1)</script>',
    '"\'>&amp;<',
    '👩‍💻',
    'שלום عربى \u202e',
    'a\u0000b\u0008c',
    '\ud800x\udfff',
    'tab\tand\nline',
    '&nbsp;',
    '<!--',
    '層 注意',
    '\ufffe\uffff',
    'café',
  ])('carries the hostile label %j', (label) => {
    const group: Primitive = { kind: 'group', node: label, title: label, children: [text(label)] }
    const svg = file([group, { ...group, node: `${label}2` }], { title: label, metadata: label })
    expect(lintSvg(svg)).toEqual([])
    const shown = label.replace(/[^\P{Cc}\t\n]|\p{Cs}|[\ufffe\uffff]/gu, '')
    expect(textsOf(svg, 'metadata')).toEqual([shown])
    if (shown) expect(textsOf(svg, 'text')).toEqual(Array(2).fill(shown.replace(/\s/g, ' ')))
  })

  test('stays within the rules for any label', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (label, id) => {
        const group: Primitive = { kind: 'group', id, edge: label, title: label, children: [text(label)] }
        expect(lintSvg(file([group], { title: label, metadata: label }))).toEqual([])
      }),
      { seed: 2, numRuns: 500 },
    )
  })

  test('makes an ASCII prefix of any', () => {
    expect(prefixedIds('視覚 モデル')('a')).toBe('frieze-a')
    expect(prefixedIds('2 models')('a')).toBe('models-a')
  })

  test('is drawn by resvg', () => {
    const image = new Resvg(file(sample), { font: { loadSystemFonts: true } }).render()
    expect([image.width, image.height]).toEqual([860, 520])
    const painted = new Set<number>()
    const { pixels } = image
    for (let i = 0; i < pixels.length; i += 4) painted.add(pixels.readUIntBE(i, 3))
    expect(painted.has(0xc2410c)).toBe(true)
    expect(painted.size).toBeGreaterThan(50)
  })
})
