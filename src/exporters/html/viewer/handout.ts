// On paper a lecture is a handout: each step with its notes on half a page. A page without steps prints the picture that is seen.
// vite.config.ts makes a script of this file for exported pages, beside that of the element.
import type { Payload } from '../payload'
import { markupOf, pictureIn } from './picture'
import { read } from './read'

const style = `
#handout { display: none; }
@media print {
  html, body { height: auto !important; background: none !important; }
  frieze-diagram { display: none; }
  #handout { display: block; font: 10pt/1.4 Arial, Helvetica, sans-serif; color: #1b1f24; }
  #handout article { min-height: 48vh; box-sizing: border-box; padding-bottom: 4mm; break-inside: avoid; }
  #handout svg { display: block; width: 100%; height: auto; max-height: 34vh; }
  #handout p { margin: 3mm 0 0; white-space: pre-line; }
}`

function layOut(payload: Payload) {
  const steps = payload.states.filter(({ step }) => step !== undefined)
  if (!steps.length) return
  const handout = Object.assign(document.createElement('div'), { id: 'handout' })
  for (const state of steps) {
    const article = document.createElement('article')
    const words = Object.assign(document.createElement('p'), { textContent: state.notes ?? '' })
    article.append(pictureIn(markupOf(payload, state)) ?? '', words)
    handout.append(article)
  }
  document.head.append(Object.assign(document.createElement('style'), { textContent: style }))
  document.body.append(handout)
}

async function prepare() {
  const { payload } = await read(document)
  // Only for paper: a talk that is never printed draws nothing twice.
  if (payload) addEventListener('beforeprint', () => layOut(payload), { once: true })
}

void prepare()
