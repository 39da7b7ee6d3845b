// What people read on a node, a module or the document.
import { own, without } from '../own'
import { updateNode } from '../place'
import type { Diagram, Words } from '../schema'
import { isScratch, reworded, scratch, type Writing } from '../words'

/** Renames a node for readers of a language. Without text the block's or module's own name shows again. */
export function setLabel(diagram: Diagram, place: string, text: string, writing: Writing): Diagram {
  return changeWords(diagram, place, 'label', (words) => changedWords(words, text, writing))
}

export function setSublabel(diagram: Diagram, place: string, text: string, writing: Writing): Diagram {
  return changeWords(diagram, place, 'sublabel', (words) => changedWords(words, text, writing))
}

export function setNote(diagram: Diagram, place: string, text: string, writing: Writing): Diagram {
  return changeWords(diagram, place, 'note', (words) => changedWords(words, text, writing))
}

/** What the weights begin as; `scratch`, which is so in every language, where they begin at random. */
export function setInit(diagram: Diagram, place: string, text: string, writing: Writing): Diagram {
  return changeWords(diagram, place, 'init', (words) =>
    text.trim() === scratch ? scratch : changedWords(isScratch(words) ? undefined : words, text, writing),
  )
}

type WordsField = 'label' | 'sublabel' | 'note' | 'init'
type ChangeWords = (words: Words | undefined) => Words | undefined

function changeWords(diagram: Diagram, place: string, field: WordsField, change: ChangeWords): Diagram {
  return updateNode(diagram, place, (node) => {
    const words = change(node[field])
    if (words === node[field]) return node
    return words === undefined ? without(node, field) : { ...node, [field]: words }
  })
}

/** Empty text takes the language away, and the last language takes the words away. */
export function changedWords(words: Words | undefined, text: string, writing: Writing): Words | undefined {
  if (text.trim() !== '') return reworded(words, writing, text)
  const { language, plain } = typeof writing === 'string' ? { language: writing, plain: writing } : writing
  if (words === undefined) return undefined
  if (typeof words === 'string') return language === plain ? undefined : words
  const left = without(words, language)
  return Object.keys(left).length > 0 ? left : undefined
}

export function setModuleLabel(diagram: Diagram, name: string, text: string, writing: Writing): Diagram {
  const module = own(diagram.modules, name)
  if (!module) return diagram
  const label = changedWords(module.label, text, writing)
  if (label === module.label) return diagram
  const changed = label === undefined ? without(module, 'label') : { ...module, label }
  return { ...diagram, modules: { ...diagram.modules, [name]: changed } }
}

export function setTitle(diagram: Diagram, text: string, writing: Writing): Diagram {
  const title = changedWords(diagram.about.title, text, writing) ?? ''
  return title === diagram.about.title ? diagram : { ...diagram, about: { ...diagram.about, title } }
}

export function setSummary(diagram: Diagram, text: string, writing: Writing): Diagram {
  const summary = changedWords(diagram.about.summary, text, writing)
  if (summary === diagram.about.summary) return diagram
  return {
    ...diagram,
    about: summary === undefined ? without(diagram.about, 'summary') : { ...diagram.about, summary },
  }
}
