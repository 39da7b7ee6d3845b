// A whole LaTeX document: preamble with all of the look, then one picture for each page.
import { cjkLanguage, hasCjk } from '../../drawing/scripts'
import { textsIn } from '../../drawing/texts'
import { ExportRefusal, type ExportRequest } from '../exporter'
import { coloursOf } from './colours'
import { pictureText } from './picture'
import { documentClass, fonts, look } from './preamble'

/** TeX knows no length of more than 16383 points. */
const largest = 16_000

export function tikzDocument({ pages, language }: ExportRequest): string {
  for (const { scene } of pages)
    if (Math.max(scene.width, scene.height) > largest)
      throw new ExportRefusal(
        `The picture is ${scene.width} × ${scene.height} pixels, and TeX holds ${largest} at most: fold something, or shorten a label.`,
      )
  const theme = pages[0].drawn?.look.theme ?? 'light'
  const colours = coloursOf(theme)
  const wide = pages.flatMap((page) => textsIn(page.scene.primitives)).find(({ text }) => hasCjk(text))
  // Pictures first: they say which colours are needed.
  const pictures = pages.flatMap((page) => [...pictureText(page, colours), ''])
  const lines = [
    ...documentClass(),
    ...fonts(wide && cjkLanguage(wide.text, wide.lang ?? language)),
    ...look(theme, colours, pages[0].drawn?.view.large),
    '% ===== pictures',
    '\\begin{document}',
    ...pictures,
    '\\end{document}',
  ]
  return `${lines.join('\n')}\n`
}
