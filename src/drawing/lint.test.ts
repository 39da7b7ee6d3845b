import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lintSvg } from './lint'

const root =
  'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="10" height="10" viewBox="0 0 10 10"'
const wrap = (body: string): string => `<svg ${root}><title>a</title><desc>b</desc>${body}</svg>`
const rect = (more: string): string =>
  wrap(`<rect x="0" y="0" width="5" height="5" fill="#000000" stroke="none" ${more}/>`)
const rectPaint = (paint: string): string => wrap(`<rect x="0" y="0" width="5" height="5" ${paint}/>`)
const label = (more: string, text = 'a', family = 'Arial'): string =>
  wrap(
    `<text x="1" y="1" font-family="${family}" font-size="9" font-weight="400" fill="#000000" text-anchor="start" ${more}>${text}</text>`,
  )
const gradient = (more: string): string =>
  wrap(
    `<defs><linearGradient id="p-g" x1="0" x2="1" ${more}><stop offset="0" stop-color="#000000"/></linearGradient></defs>`,
  )
const image = (more: string): string => wrap(`<image x="0" y="0" width="5" height="5" ${more}/>`)

const rulesOf = (svg: string): string[] => [...new Set(lintSvg(svg).map(({ rule }) => rule))]

describe('lintSvg', () => {
  test.each([
    ['S1', `<svg ${root}><desc>b</desc><title>a</title></svg>`],
    ['S1', `<svg ${root}/>`],
    ['S1', `<!DOCTYPE svg [<!ENTITY a "b">]><svg ${root}><title>a</title><desc>b</desc></svg>`],
    ['S1', `<?xml-stylesheet href="a.css"?>${wrap('')}`],
    ['S1', `<?xml version="1.0" encoding="latin1"?>${wrap('')}`],
    ['S1', wrap('').replace('width="10"', 'width="100%"')],
    ['S1', wrap('').replace('0 0 10 10', '0 0 10 11')],
    ['S1', wrap('').replace(' xmlns:xlink="http://www.w3.org/1999/xlink"', '')],
    ['S1', label('', '&#65;')],
    ['S2', wrap('<foreignObject/>')],
    ['S2', wrap('<script>alert(1)</script>').replace('alert(1)', '')],
    ['S2', wrap('<svg/>')],
    ['S2', rect('clip-path="url(#a)"')],
    ['S3', rect('class="a"')],
    ['S3', rect('style="fill:red"')],
    ['S3', rect('onclick="alert(1)"')],
    ['S4', rectPaint('fill="rgba(0,0,0,.5)" stroke="none"')],
    ['S4', rectPaint('fill="#00000080" stroke="none"')],
    ['S4', rectPaint('fill="currentColor" stroke="none"')],
    ['S4', wrap('<g opacity="0.5"/>')],
    ['S4', rect('fill-opacity="50%"')],
    ['S5', rectPaint('fill="#000000"')],
    ['S5', wrap('<path d="M0 0L1 1" stroke="#000000"/>')],
    ['S6', label('dy="0.35em"')],
    ['S6', label('dominant-baseline="middle"')],
    ['S6', label('', 'a\nb')],
    ['S6', label('').replace('"400"', '"600"')],
    ['S6', label('').replace('"9"', '"9px"')],
    ['S6', label('').replace(' text-anchor="start"', '')],
    ['S7', label('', 'a', 'Inter, Arial')],
    ['S7', label('', '注意', 'Arial')],
    ['S8', wrap('<rect x="0" y="0" width="5ex" height="5" fill="#000000" stroke="none"/>')],
    ['S9', wrap('<path d="M0 0L1 1" fill="none" stroke="#000000" marker-end="url(#a)"/>')],
    ['S9', wrap('<g id="p-a" data-edge="e"/><g id="p-b" data-edge="e"/>')],
    ['S10', rect('stroke-dasharray="5%"')],
    ['S11', gradient('')],
    ['S11', rectPaint('fill="none" stroke="url(#p-g)"')],
    ['S11', rectPaint(`fill="url('#p-g')" stroke="none"`)],
    ['S11', rectPaint('fill="url(#p-none)" stroke="none"')],
    ['S11', rect('filter="url(#a)"')],
    ['S12', rect('transform="scale(2)"')],
    ['S12', rect('transform="rotate(45)"')],
    ['S12', wrap('<path d="M0.123 0L1 1" fill="none" stroke="#000000"/>')],
    ['S12', label('').replace('x="1"', 'x="1.2345"')],
    ['S13', image('href="data:image/png;base64,AA=="')],
    ['S13', image('xlink:href="https://example.org/a.png"')],
    ['S13', image('xlink:href="data:image/svg+xml;base64,AA=="')],
    ['S14', rect('visibility="hidden"')],
    ['S14', rectPaint('fill="none" stroke="none"')],
    ['S14', label('', ' ')],
    ['S15', wrap('<g id="p-a"/><g id="p-a"/>')],
    ['S15', wrap('<g id="p-a"/><g id="q-a"/>')],
    ['S15', wrap('<g id="p-é"/>')],
    ['S15', wrap('<g data-node="a"/>')],
  ])('finds what breaks %s in %s', (rule, svg) => expect(rulesOf(svg)).toEqual([rule]))

  test.each([
    '',
    'text',
    '<svg',
    '<svg>',
    '<svg></g>',
    '<a b=c/>',
    '<a b="1" b="2"/>',
    '<a b="<"/>',
    '<a>&nbsp;</a>',
    '<a>& b</a>',
    '<a/><b/>',
    '<a>]]></a>',
    '<!-- -- --><a/>',
    '<a b="1"c="2"/>',
    '<x:a/>',
    '<a>&#0;</a>',
    '<a>\u0000</a>',
    '<a>\ud800</a>',
    '<a><![CDATA[</a>',
    '<a>&constructor;</a>',
    '<a b="',
    '<a b',
    '< a/>',
    '<a/>text',
    '<!DOCTYPE a',
    '<?xml version="1.0"',
    ' <?xml version="1.0"?><a/>',
  ])('says that %j is not well-formed', (svg) => expect(rulesOf(svg)).toContain('XML'))

  test('says where', () => {
    expect(lintSvg(wrap('\n\n  <g opacity="1"/>'))).toEqual([
      { rule: 'S4', sentence: 'The attribute opacity is not allowed.', at: '3:3' },
    ])
  })

  test('takes comments, CDATA, gradients and images that obey', () => {
    expect(
      lintSvg(
        wrap(`<!-- a --><metadata><![CDATA[<json>]]></metadata>
          <defs><linearGradient id="p-g" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="9" y2="0"><stop offset="0" stop-color="#ffffff" stop-opacity="0.5"/></linearGradient></defs>
          <rect x="0" y="0" width="5.25" height="5" fill="url(#p-g)" stroke="none" transform="translate(1 2) rotate(90 1 1)"/>
          <image x="0" y="0" width="5" height="5" xlink:href="data:image/png;base64,AA==" href="data:image/png;base64,AA=="/>`),
      ),
    ).toEqual([])
  })

  test('ends soon on hostile files', () => {
    const many = (text: string): string => text.repeat(200_000)
    const hostile = [
      many('<g>'),
      many('<'),
      many('&'),
      many('<a b="'),
      many('<!--'),
      wrap(many('<b/>')),
      `<a ${many('b="1" ')}/>`,
      many(' '),
      wrap(many('&amp;')),
      wrap(`<path d="${many('M0 0 1')}" fill="none" stroke="#000000"/>`),
      rect(`transform="${many('rotate(')}"`),
      `<!DOCTYPE ${many('[')}>`,
      label('', many('a '), many('x')),
      rect(`${many('a:')}="1"`),
      wrap(many('<g opacity="1"/>')),
    ]
    for (const svg of hostile) expect(lintSvg(svg).length).toBeLessThanOrEqual(101)
  }, 20_000)

  test('never throws', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '/',
      'svg',
      ' ',
      '"',
      '=',
      '&',
      ';',
      '#',
      'x',
      '!',
      '[',
      ']',
      '-',
      '?',
      'xml',
      ':',
      '\ud800',
      'é',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (parts) => void lintSvg(parts.join(''))),
      { seed: 3, numRuns: 2000 },
    )
  })
})
