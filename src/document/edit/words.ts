// What people read on a node, a module or the document.
import { own, without } from '../own'
import { updateNode } from '../place'
import type { Diagram, Language, Words } from '../schema'
import { reworded } from '../words'

/** Renames a node for readers of a language. Without text the block's or module's own name shows again. */
export function setLabel(diagram: Diagram, place: string, text: string, language: Language): Diagram {
  return setWords(diagram, place, 'label', text, language)
}

export function setSublabel(diagram: Diagram, place: string, text: string, language: Language): Diagram {
  return setWords(diagram, place, 'sublabel', text, language)
}

export function setNote(diagram: Diagram, place: string, text: string, language: Language): Diagram {
  return setWords(diagram, place, 'note', text, language)
}

/** What the weights begin as; `scratch` where they begin at random. */
export function setInit(diagram: Diagram, place: string, text: string, language: Language): Diagram {
  return setWords(diagram, place, 'init', text, language)
}

type WordsField = 'label' | 'sublabel' | 'note' | 'init'

function setWords(diagram: Diagram, place: string, field: WordsField, text: string, language: Language): Diagram {
  return updateNode(diagram, place, (node) => {
    const words = changedWords(node[field], text, language)
    if (words === node[field]) return node
    return words === undefined ? without(node, field) : { ...node, [field]: words }
  })
}

/** Empty text takes the language away, and the last language takes the words away. */
export function changedWords(words: Words | undefined, text: string, language: Language): Words | undefined {
  if (text.trim() !== '') return reworded(words, language, text)
  if (words === undefined || typeof words === 'string') return undefined
  const left = without(words, language)
  return Object.keys(left).length > 0 ? left : undefined
}

export function setModuleLabel(diagram: Diagram, name: string, text: string, language: Language): Diagram {
  const module = own(diagram.modules, name)
  if (!module) return diagram
  const label = changedWords(module.label, text, language)
  if (label === module.label) return diagram
  const changed = label === undefined ? without(module, 'label') : { ...module, label }
  return { ...diagram, modules: { ...diagram.modules, [name]: changed } }
}

export function setTitle(diagram: Diagram, text: string, language: Language): Diagram {
  const title = changedWords(diagram.about.title, text, language) ?? ''
  return title === diagram.about.title ? diagram : { ...diagram, about: { ...diagram.about, title } }
}

export function setSummary(diagram: Diagram, text: string, language: Language): Diagram {
  const summary = changedWords(diagram.about.summary, text, language)
  if (summary === diagram.about.summary) return diagram
  return {
    ...diagram,
    about: summary === undefined ? without(diagram.about, 'summary') : { ...diagram.about, summary },
  }
}
