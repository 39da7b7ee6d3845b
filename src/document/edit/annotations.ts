// Free texts, and frames around nodes: they come, go, move and are written.
import { isOnPage, limits } from '../limits'
import { uniqueIn } from '../ids'
import { bodyAt, nodeIn, updateBody } from '../place'
import { isSame } from '../same'
import type { Diagram, FreeText, Frame, GraphBody } from '../schema'
import type { Writing } from '../words'
import { without } from '../own'
import { changedWords } from './words'

/** The id that a new text or frame of the graph gets. */
export function freeAnnotationId(body: GraphBody, wish: 'text' | 'frame'): string {
  return uniqueIn([...(body.texts ?? []), ...(body.frames ?? [])], wish)
}

/** Nothing happens where the id is taken, the node is not there, or the place is on no page. */
export function addText(diagram: Diagram, graph: string, text: FreeText): Diagram {
  const body = bodyAt(diagram, graph)
  if (!body || !canHold(body, text.id) || !isPlaced(body, text)) return diagram
  const placed = { ...text, x: text.x + 0, y: text.y + 0 }
  return updateBody(diagram, graph, (each) => ({ ...each, texts: [...(each.texts ?? []), placed] }))
}

type TextSettings = Pick<FreeText, 'node' | 'x' | 'y' | 'width' | 'size' | 'leader'>

/** Settings that are given as undefined go. */
export function setText(diagram: Diagram, graph: string, id: string, settings: Partial<TextSettings>): Diagram {
  return updateText(diagram, graph, id, (text, body) => {
    const changed = withSettings(text, settings)
    return isPlaced(body, changed) ? changed : text
  })
}

/** Into another graph, or to another node, at a place that counts from there. */
export function moveText(
  diagram: Diagram,
  from: { readonly graph: string; readonly id: string },
  to: { readonly graph: string; readonly node: string | undefined; readonly x: number; readonly y: number },
): Diagram {
  const { node, x, y } = to
  if (from.graph === to.graph) return setText(diagram, from.graph, from.id, { node, x, y })
  const text = bodyAt(diagram, from.graph)?.texts?.find((each) => each.id === from.id)
  const body = bodyAt(diagram, to.graph)
  if (!text || !body) return diagram
  const id = canHold(body, text.id) ? text.id : freeAnnotationId(body, 'text')
  const moved = addText(diagram, to.graph, withSettings({ ...text, id }, { node, x, y }))
  return moved === diagram ? diagram : removeAnnotations(moved, from.graph, [from.id])
}

/** Without words in any language it goes. */
export function setTextWords(diagram: Diagram, graph: string, id: string, words: string, writing: Writing): Diagram {
  return changeTexts(diagram, graph, (texts) =>
    texts.flatMap((text) => {
      if (text.id !== id) return [text]
      const changed = changedWords(text.words, words, writing)
      return changed === undefined ? [] : changed === text.words ? [text] : [{ ...text, words: changed }]
    }),
  )
}

/** Around nodes of the graph; nothing happens where none of them is there. */
export function addFrame(diagram: Diagram, graph: string, frame: Frame): Diagram {
  const body = bodyAt(diagram, graph)
  if (!body || !canHold(body, frame.id)) return diagram
  const nodes = [...new Set(frame.nodes)].filter((id) => nodeIn(body, id))
  if (nodes.length === 0) return diagram
  return updateBody(diagram, graph, (each) => ({ ...each, frames: [...(each.frames ?? []), { ...frame, nodes }] }))
}

export function setFrameWords(diagram: Diagram, graph: string, id: string, words: string, writing: Writing): Diagram {
  return updateFrame(diagram, graph, id, (frame) => {
    const changed = changedWords(frame.words, words, writing)
    if (changed === frame.words) return frame
    return changed === undefined ? without(frame, 'words') : { ...frame, words: changed }
  })
}

/** Which nodes it goes around; without any left it goes. */
export function setFrameNodes(diagram: Diagram, graph: string, id: string, nodes: readonly string[]): Diagram {
  const body = bodyAt(diagram, graph)
  const there = [...new Set(nodes)].filter((each) => body && nodeIn(body, each))
  if (there.length === 0) return removeAnnotations(diagram, graph, [id])
  return updateFrame(diagram, graph, id, (frame) => (isSame(frame.nodes, there) ? frame : { ...frame, nodes: there }))
}

export function removeAnnotations(diagram: Diagram, graph: string, ids: readonly string[]): Diagram {
  const gone = new Set(ids)
  const textless = changeTexts(diagram, graph, (texts) => texts.filter((text) => !gone.has(text.id)))
  return changeFrames(textless, graph, (frames) => frames.filter((frame) => !gone.has(frame.id)))
}

function updateText(
  diagram: Diagram,
  graph: string,
  id: string,
  change: (text: FreeText, body: GraphBody) => FreeText,
): Diagram {
  const body = bodyAt(diagram, graph)
  return body
    ? changeTexts(diagram, graph, (texts) => texts.map((text) => (text.id === id ? change(text, body) : text)))
    : diagram
}

function updateFrame(diagram: Diagram, graph: string, id: string, change: (frame: Frame) => Frame): Diagram {
  return changeFrames(diagram, graph, (frames) => frames.map((frame) => (frame.id === id ? change(frame) : frame)))
}

function changeTexts(diagram: Diagram, graph: string, change: (texts: FreeText[]) => FreeText[]): Diagram {
  return updateBody(diagram, graph, (body) => withList(body, 'texts', change(body.texts ?? [])))
}

function changeFrames(diagram: Diagram, graph: string, change: (frames: Frame[]) => Frame[]): Diagram {
  return updateBody(diagram, graph, (body) => withList(body, 'frames', change(body.frames ?? [])))
}

/** The same body where the list stays the same; an empty list is not written. */
export function withList<B extends GraphBody, K extends 'texts' | 'frames'>(
  body: B,
  key: K,
  list: B[K] & unknown[],
): B {
  const before: readonly unknown[] = body[key] ?? []
  if (before.length === list.length && list.every((each, index) => each === before[index])) return body
  return list.length === 0 ? (without(body, key) as B) : { ...body, [key]: list }
}

function withSettings(text: FreeText, settings: Partial<TextSettings>): FreeText {
  const names = Object.keys(settings) as (keyof TextSettings)[] // Its own keys.
  if (names.every((name) => settings[name] === text[name])) return text
  const gone = names.filter((name) => settings[name] === undefined)
  // Adding zero turns a negative zero, which a file does not need, into a plain one.
  const set = Object.fromEntries(
    Object.entries(settings).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, typeof value === 'number' ? value + 0 : value]],
    ),
  )
  return { ...without(text, ...gone), ...set }
}

function canHold(body: GraphBody, id: string): boolean {
  return uniqueIn([...(body.texts ?? []), ...(body.frames ?? [])], id) === id
}

function isPlaced(body: GraphBody, { x, y, node, width }: FreeText): boolean {
  const isWide = width === undefined || (width > 0 && width <= limits.pin)
  return isWide && isOnPage({ x, y }) && (node === undefined || nodeIn(body, node) !== undefined)
}
