// Checks that a picture obeys the rules for slides, S1 to S15 of PEERS.md §4.2. Takes any text, also a stranger's or a
// hostile one; what is checked of one element alone is in `lintElement.ts`.

import { lintElement, profileOf, type Fault, type Profile, type SvgElement } from './lintElement'
import { lintSheet } from './lintSheet'
import { lintFamily } from './lintFont'
import { readXml, XmlError, type XmlEvent } from './xml'

/** `S1` to `S15`, or `XML` for a text that is not well-formed. */
export interface LintProblem {
  readonly rule: string
  readonly sentence: string
  /** `line:column`, both from 1. */
  readonly at: string
}

const maxLength = 64 * 1024 * 1024
const maxProblems = 100

/** The first hundred problems in the order of the text, none for a file that obeys. Never throws. */
export function lintSvg(text: string): LintProblem[] {
  if (text.length > maxLength) return [{ rule: 'XML', sentence: 'The file is larger than 64 MB.', at: '1:1' }]
  const found: (Fault & { readonly offset: number })[] = []
  const linter = new Linter((offset, fault) => {
    if (found.length < maxProblems) found.push({ ...fault, offset })
  })
  try {
    readXml(text, (event) => linter.take(event))
    linter.finish()
  } catch (error) {
    if (!(error instanceof XmlError)) throw error
    found.push({ rule: 'XML', sentence: `The file is no well-formed XML: ${error.message}.`, offset: error.at })
  }
  found.sort((a, b) => a.offset - b.offset)
  return found.map(({ rule, sentence, offset }) => ({ rule, sentence, at: place(text, offset) }))
}

function place(text: string, offset: number): string {
  const before = text.slice(0, offset)
  return `${before.split('\n').length}:${offset - before.lastIndexOf('\n')}`
}

interface OpenElement extends SvgElement {
  children: number
  text: string
}

class Linter {
  readonly #open: OpenElement[] = []
  readonly #ids = new Map<string, string>()
  readonly #edges = new Set<string>()
  readonly #references: { readonly at: number; readonly id: string; readonly isPaint: boolean }[] = []
  #prefix: string | undefined
  #profile: Profile = 'slides'

  constructor(readonly report: (at: number, fault: Fault) => void) {}

  take(event: XmlEvent): void {
    switch (event.kind) {
      case 'declaration':
        if (/encoding=(?!["']utf-8["'])/i.test(event.text)) this.#say(event.at, 'S1', 'The encoding is not UTF-8.')
        return
      case 'instruction':
        return this.#say(event.at, 'S1', `The processing instruction ${event.name} is not allowed.`)
      case 'doctype':
        return this.#say(event.at, 'S1', 'DOCTYPE is not allowed.')
      case 'reference':
        if (event.code >= 32) this.#say(event.at, 'S1', `Write character ${event.code} itself, not as a reference.`)
        return
      case 'text':
        return this.#text(event.text, event.at)
      case 'open':
        return this.#enter({
          name: event.name,
          attributes: new Map(event.attributes.map(({ name, value }) => [name, value])),
          at: event.at,
          children: 0,
          text: '',
        })
      case 'close':
        return this.#leave()
    }
  }

  /** What only the whole file shows. */
  finish(): void {
    for (const { at, id, isPaint } of this.#references) {
      const target = this.#ids.get(id)
      if (target === undefined) this.#say(at, isPaint ? 'S11' : 'S15', `There is no element with the id ${id}.`)
      else if (isPaint && target !== 'linearGradient') this.#say(at, 'S11', `${id} is no linearGradient.`)
    }
  }

  #say(at: number, rule: string, sentence: string): void {
    this.report(at, { rule, sentence })
  }

  #enter(element: OpenElement): void {
    const parent = this.#open.at(-1)
    if (!parent) this.#profile = profileOf(element.attributes)
    this.#checkPlace(element, parent)
    lintElement(element, parent === undefined, this.#profile, (rule, sentence) => this.#say(element.at, rule, sentence))
    this.#checkId(element)
    this.#collect(element)
    if (parent) parent.children++
    this.#open.push(element)
  }

  /** Title and description come first, and text has no elements inside. */
  #checkPlace({ name, at }: OpenElement, parent: OpenElement | undefined): void {
    if (!parent) return
    if (parent.name === 'text')
      this.#say(at, 'S6', `<${name}> inside <text>: one text element for each line and style.`)
    if (this.#open.length > 1) return
    const expected = ['title', 'desc'][parent.children]
    if (expected && name !== expected)
      this.#say(at, 'S1', `Child ${parent.children + 1} of <svg> is not <${expected}>.`)
  }

  #checkId({ name, attributes, at }: OpenElement): void {
    const id = attributes.get('id')
    if (id === undefined) {
      if (attributes.has('data-node') || attributes.has('data-edge'))
        this.#say(at, 'S15', `<${name}> has data but no id.`)
      return
    }
    const prefix = /^([A-Za-z][A-Za-z0-9_.]*)-[A-Za-z0-9_.-]*$/.exec(id)?.[1]
    if (prefix === undefined) this.#say(at, 'S15', `The id ${id} is not ASCII with a prefix and a hyphen.`)
    else if (prefix !== (this.#prefix ??= prefix))
      this.#say(at, 'S15', `The id ${id} has another prefix than the first.`)
    if (this.#ids.has(id)) this.#say(at, 'S15', `The id ${id} is used twice.`)
    this.#ids.set(id, name)
  }

  #collect({ attributes, at }: OpenElement): void {
    for (const name of ['fill', 'stroke']) {
      const id = /^url\(#([^'")]+)\)$/.exec(attributes.get(name) ?? '')?.[1]
      if (id !== undefined) this.#references.push({ at, id, isPaint: true })
    }
    for (const id of (attributes.get('aria-labelledby') ?? '').split(' '))
      if (id) this.#references.push({ at, id, isPaint: false })
    const edge = attributes.get('data-edge')
    if (edge === undefined) return
    if (this.#edges.has(edge)) this.#say(at, 'S9', `The edge ${edge} is in two groups: it would not move as one.`)
    this.#edges.add(edge)
  }

  #text(text: string, at: number): void {
    const parent = this.#open.at(-1)
    if (!parent) return
    if (['title', 'desc', 'metadata'].includes(parent.name)) return
    if (parent.name === 'text' || parent.name === 'style') parent.text += text
    else if (text.trim() !== '') this.#say(at, 'S6', `Text in <${parent.name}>, where none is shown.`)
  }

  #leave(): void {
    const element = this.#open.pop()
    if (!element) return
    if (this.#open.length === 0 && element.children < 2)
      this.#say(element.at, 'S1', '<svg> does not start with <title> and <desc>.')
    if (element.name === 'text') this.#leaveText(element)
    if (element.name === 'style') for (const fault of lintSheet(element.text)) this.#say(element.at, 'S3', fault)
  }

  #leaveText({ text, attributes, at }: OpenElement): void {
    if (text.trim() === '') this.#say(at, 'S14', 'A <text> without text is not allowed.')
    if (/[\n\r]/.test(text)) this.#say(at, 'S6', 'A <text> has more than one line.')
    const fault = lintFamily(attributes.get('font-family'), text, this.#profile === 'web')
    if (fault) this.#say(at, 'S7', fault)
  }
}
