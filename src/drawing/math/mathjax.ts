// MathJax, with no more of TeX than labels need: nothing that loads, links, defines or colours. It works without a page,
// in Node as in the browser, and gives the same shapes in both. This file is loaded when the first formula is.
import { mathjax } from '@mathjax/src/js/mathjax.js'
import { TeX } from '@mathjax/src/js/input/tex.js'
import { SVG } from '@mathjax/src/js/output/svg.js'
import { liteAdaptor } from '@mathjax/src/js/adaptors/liteAdaptor.js'
import { RegisterHTMLHandler } from '@mathjax/src/js/handlers/html.js'
import '@mathjax/src/js/input/tex/base/BaseConfiguration.js'
import '@mathjax/src/js/input/tex/ams/AmsConfiguration.js'
import '@mathjax/src/js/input/tex/boldsymbol/BoldsymbolConfiguration.js'
import { MathJaxNewcmFont } from '@mathjax/mathjax-newcm-font/js/svg.js'
import type { Weight } from '../metrics/advances'
import { faceParts } from './faceParts'
import { flatten, UnknownMarkup, type MarkupNode } from './flatten'
import type { Typeset } from './formulas'

const adaptor = liteAdaptor()
RegisterHTMLHandler(adaptor)

/** Signs beyond the common ones are in parts of the face that are loaded when the first of them is met. */
mathjax.asyncLoad = async (name: string) => {
  const part = /([\w-]+)\.js$/.exec(name)?.[1] ?? ''
  const load = faceParts[part]
  if (!load) throw new UnknownMarkup(`The face has no part “${part}”.`)
  await load()
}

const document = mathjax.document('', {
  InputJax: new TeX({
    packages: ['base', 'ams', 'boldsymbol'],
    maxBuffer: 2048,
    formatError(_: unknown, error: Error) {
      throw error
    },
  }),
  OutputJax: new SVG({ fontCache: 'none', fontData: MathJaxNewcmFont, linebreaks: { inline: false } }),
})

/** Never rejects: what TeX does not understand is a sentence of its own. */
export async function typesetOne(source: string, weight: Weight): Promise<Typeset> {
  try {
    const tex = weight === 700 ? `\\boldsymbol{${source}}` : source
    const node: unknown = await document.convertPromise(tex, { display: false })
    const svg = (node as MarkupNode).children?.find((child) => child.kind === 'svg')
    if (!svg) return { problem: 'MathJax drew nothing.' }
    return flatten(svg)
  } catch (error) {
    // What TeX complains of is no `Error`.
    const { message } = error as { message?: unknown }
    return { problem: typeof message === 'string' ? message : String(error) }
  }
}
