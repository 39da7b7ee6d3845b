// The theme part: the figure's colours in the deck's slots, Arial and a CJK face, and the plainest effects there are.
import type { Language } from '../../document/schema'
import type { ThemeName } from '../../scene/scene'
import { isDark } from '../../scene/themes'
import { element, xmlHead } from '../xml'
import { officeFaces } from './faces'
import type { Palette } from './palette'

const namespace = 'http://schemas.openxmlformats.org/drawingml/2006/main'

/** Which slot of the theme the master maps to what: dark decks have dark backgrounds. */
export function colourMap(theme: ThemeName): Readonly<Record<string, string>> {
  const own = isDark(theme)
    ? { bg1: 'dk1', tx1: 'lt1', bg2: 'dk2', tx2: 'lt2' }
    : { bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' }
  const accents = Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [`accent${n}`, `accent${n}`]))
  return { ...own, ...accents, hlink: 'hlink', folHlink: 'folHlink' }
}

export function themePart(name: ThemeName, palette: Palette, language: Language): string {
  const { base } = palette
  const map = colourMap(name)
  const behind = Object.fromEntries(Object.entries(map).map(([slot, place]) => [place, slot]))
  const slot = (place: string, hex: string) =>
    element(`a:${place}`, {}, element('a:srgbClr', { val: hex.slice(1).toUpperCase() }))
  const of = (place: string) => slot(place, base[behind[place] as keyof typeof base])
  const colours = ['dk1', 'lt1', 'dk2', 'lt2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6']
  const title = name === 'light' ? 'Frieze' : `Frieze ${name.replace('-', ' ')}`
  return (
    xmlHead +
    element(
      'a:theme',
      { 'xmlns:a': namespace, name: title },
      element(
        'a:themeElements',
        {},
        element(
          'a:clrScheme',
          { name: title },
          colours.map(of),
          slot('hlink', base.accent3),
          slot('folHlink', base.accent4),
        ),
        element('a:fontScheme', { name: title }, fonts('a:majorFont', language), fonts('a:minorFont', language)),
        formats(title),
      ),
      element('a:objectDefaults'),
      element('a:extraClrSchemeLst'),
    )
  )
}

function fonts(name: string, language: Language): string {
  const face = language === 'en' ? '' : officeFaces[language]
  const scripts = { Jpan: 'ja', Hang: 'ko', Hans: 'zh-Hans', Hant: 'zh-Hant' } as const
  return element(
    name,
    {},
    element('a:latin', { typeface: 'Arial' }),
    element('a:ea', { typeface: face }),
    element('a:cs', { typeface: 'Arial' }),
    Object.entries(scripts).map(([script, tongue]) => element('a:font', { script, typeface: officeFaces[tongue] })),
  )
}

/** The schema wants three of each. */
function formats(name: string): string {
  const placeholder = element('a:solidFill', {}, element('a:schemeClr', { val: 'phClr' }))
  const line = (w: number) =>
    element('a:ln', { w, cap: 'flat', cmpd: 'sng', algn: 'ctr' }, placeholder, element('a:prstDash', { val: 'solid' }))
  const plain = element('a:effectStyle', {}, element('a:effectLst'))
  return element(
    'a:fmtScheme',
    { name },
    element('a:fillStyleLst', {}, placeholder.repeat(3)),
    element('a:lnStyleLst', {}, line(9525), line(12700), line(19050)),
    element('a:effectStyleLst', {}, plain.repeat(3)),
    element('a:bgFillStyleLst', {}, placeholder.repeat(3)),
  )
}
