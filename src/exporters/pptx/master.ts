// The one master and the one layout of a deck: a title, and room for a picture.
import type { ThemeName } from '../../scene/scene'
import { element, xmlHead } from '../xml'
import { identity, transform } from './canvas'
import { namespaces, treeHead } from './slide'
import { slideWidth } from './slideSize'
import { colourMap } from './theme'

/** `rId1` is the layout, `rId2` the theme. */
export function masterPart(theme: ThemeName): string {
  return (
    xmlHead +
    element(
      'p:sldMaster',
      namespaces,
      element(
        'p:cSld',
        {},
        element('p:bg', {}, element('p:bgRef', { idx: 1001 }, element('a:schemeClr', { val: 'bg1' }))),
        element('p:spTree', {}, treeHead(), titlePlaceholder(true)),
      ),
      element('p:clrMap', colourMap(theme)),
      element('p:sldLayoutIdLst', {}, element('p:sldLayoutId', { id: 2147483649, 'r:id': 'rId1' })),
      element(
        'p:txStyles',
        {},
        element('p:titleStyle', {}, levels(1, 2400, true)),
        element('p:bodyStyle', {}, levels(9, 1400)),
        element('p:otherStyle', {}, levels(9, 1400)),
      ),
    )
  )
}

/** `rId1` is the master. */
export function layoutPart(): string {
  return (
    xmlHead +
    element(
      'p:sldLayout',
      { ...namespaces, type: 'titleOnly', preserve: true },
      element('p:cSld', { name: 'Figure' }, element('p:spTree', {}, treeHead(), titlePlaceholder(false))),
      element('p:clrMapOvr', {}, element('a:masterClrMapping')),
    )
  )
}

function titlePlaceholder(isMaster: boolean): string {
  const body = isMaster
    ? element('a:bodyPr', { vert: 'horz', lIns: 0, tIns: 0, rIns: 0, bIns: 0, anchor: 't' }, element('a:normAutofit'))
    : element('a:bodyPr')
  return element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      identity({ id: 2, name: 'Title' }),
      element('p:cNvSpPr', {}, element('a:spLocks', { noGrp: true })),
      element('p:nvPr', {}, element('p:ph', { type: 'title' })),
    ),
    element(
      'p:spPr',
      {},
      isMaster && transform({ x: 457200, y: 274320, width: slideWidth - 914400, height: 548640 }),
      isMaster && element('a:prstGeom', { prst: 'rect' }, element('a:avLst')),
    ),
    element(
      'p:txBody',
      {},
      body,
      element('a:lstStyle'),
      element('a:p', {}, element('a:r', {}, element('a:rPr', { lang: 'en-US' }), element('a:t', {}, 'Title'))),
    ),
  )
}

/** Text without a bullet, level by level. */
export function levels(count: number, size: number, isTitle = false): string {
  return Array.from({ length: count }, (_, i) =>
    element(
      `a:lvl${i + 1}pPr`,
      {
        marL: i * 228600,
        algn: 'l',
        defTabSz: 914400,
        rtl: false,
        eaLnBrk: true,
        latinLnBrk: false,
        hangingPunct: true,
      },
      isTitle && element('a:spcBef', {}, element('a:spcPct', { val: 0 })),
      element('a:buNone'),
      element(
        'a:defRPr',
        { sz: size, b: isTitle, kern: 1200 },
        element('a:solidFill', {}, element('a:schemeClr', { val: 'tx1' })),
        element('a:latin', { typeface: isTitle ? '+mj-lt' : '+mn-lt' }),
        element('a:ea', { typeface: isTitle ? '+mj-ea' : '+mn-ea' }),
        element('a:cs', { typeface: isTitle ? '+mj-cs' : '+mn-cs' }),
      ),
    ),
  ).join('')
}
