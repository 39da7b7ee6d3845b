// XML as a tree, for tests that look into files.
import { readXml } from '../drawing/xml'

export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlElement[]
  text: string
}

/** Throws where the text is not well-formed. */
export function parseXml(text: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  readXml(text, (event) => {
    const at = open.at(-1)!
    if (event.kind === 'open') {
      const attributes = Object.fromEntries(event.attributes.map(({ name, value }) => [name, value]))
      const element: XmlElement = { name: event.name, attributes, children: [], text: '' }
      at.children.push(element)
      open.push(element)
    } else if (event.kind === 'close') open.pop()
    else if (event.kind === 'text') at.text += event.text
    else if (event.kind === 'reference') at.text += String.fromCodePoint(event.code)
  })
  return root.children[0]!
}

/** All elements of a name below one, in order. */
export function all(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)])
}

export function first(element: XmlElement, name: string): XmlElement | undefined {
  return all(element, name)[0]
}

/** The first after going down by these names. */
export function down(element: XmlElement, ...names: readonly string[]): XmlElement | undefined {
  return names.reduce<XmlElement | undefined>((at, name) => at?.children.find((each) => each.name === name), element)
}
