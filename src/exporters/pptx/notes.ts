// What the speaker says: a page of notes for each slide, and the master that they want.
import { visibleText } from '../../drawing/text'
import { element, escapeXml, xmlHead } from '../xml'
import { identity, transform } from './canvas'
import { levels } from './master'
import { namespaces, treeHead } from './slide'
import { colourMap } from './theme'

/** Portrait. */
export const notesWidth = 6858000
export const notesHeight = 9144000

const pictureAt = { x: 685800, y: 1143000, width: 5486400, height: 3086100 }
const textAt = { x: 685800, y: 4400550, width: 5486400, height: 3600450 }

/** `rId1` is the theme. */
export function notesMasterPart(): string {
  return (
    xmlHead +
    element(
      'p:notesMaster',
      namespaces,
      element(
        'p:cSld',
        {},
        element('p:bg', {}, element('p:bgRef', { idx: 1001 }, element('a:schemeClr', { val: 'bg1' }))),
        element('p:spTree', {}, treeHead(), slideImage(true), body([''], true)),
      ),
      element('p:clrMap', colourMap('light')),
      element('p:notesStyle', {}, levels(9, 1200)),
    )
  )
}

/** `rId1` is the master, `rId2` the slide. */
export function notesPart(text: string): string {
  const lines = text.split(/\r\n|\r|\n/u).map(visibleText)
  return (
    xmlHead +
    element(
      'p:notes',
      namespaces,
      element('p:cSld', {}, element('p:spTree', {}, treeHead(), slideImage(false), body(lines, false))),
      element('p:clrMapOvr', {}, element('a:masterClrMapping')),
    )
  )
}

function slideImage(isMaster: boolean): string {
  return element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      identity({ id: 2, name: 'Slide' }),
      element('p:cNvSpPr', {}, element('a:spLocks', { noGrp: true, noRot: true, noChangeAspect: true })),
      element('p:nvPr', {}, element('p:ph', { type: 'sldImg', ...(isMaster && { idx: 2 }) })),
    ),
    element(
      'p:spPr',
      {},
      isMaster && transform(pictureAt),
      isMaster && element('a:prstGeom', { prst: 'rect' }, element('a:avLst')),
      isMaster && element('a:noFill'),
    ),
  )
}

function body(lines: readonly string[], isMaster: boolean): string {
  const paragraphs = lines.map((line) =>
    element(
      'a:p',
      {},
      line && element('a:r', {}, element('a:rPr', { lang: 'en-US' }), element('a:t', {}, escapeXml(line))),
    ),
  )
  return element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      identity({ id: 3, name: 'Notes' }),
      element('p:cNvSpPr', {}, element('a:spLocks', { noGrp: true })),
      element('p:nvPr', {}, element('p:ph', { type: 'body', ...(isMaster ? { sz: 'quarter', idx: 3 } : { idx: 1 }) })),
    ),
    element(
      'p:spPr',
      {},
      isMaster && transform(textAt),
      isMaster && element('a:prstGeom', { prst: 'rect' }, element('a:avLst')),
    ),
    element('p:txBody', {}, element('a:bodyPr'), element('a:lstStyle'), paragraphs),
  )
}
