// What can stand in the place of a node, and putting it there.
import { blockOf, blocks } from '../../blocks'
import { insert } from '../../document/edit/insert'
import { fitsInPlace, replaceNode, type Content } from '../../document/edit/replace'
import { moduleOf, nodeAt, placeOf, splitPlace, updateBody } from '../../document/place'
import type { Diagram } from '../../document/schema'
import type { Editor } from '../editor'
import { done } from '../past/done'
import { diagramOf, type EditorState } from '../state'
import { say } from '../strings/language'
import { holds } from './fits'
import { readyNow } from './load'
import { hasWidth, refsOf, portHere, widthAt } from './ports'
import { readyIds } from './ready'
import { isReady, type Ware } from './wares'
import { drawnNode } from './words'
import { parentOf } from '../../shared/path'

/** All that everything joined to the node could be joined to; what is of its kind comes first. */
export function replacementsOf(state: EditorState, path: string): Ware[] {
  const diagram = diagramOf(state)
  const place = placeOf(diagram, path)
  const node = place === undefined ? undefined : nodeAt(diagram, place)
  if (place === undefined || !node) return []
  const wares: Ware[] = [
    ...blocks.filter(({ type }) => type !== node.block).map(({ type }) => ({ block: type })),
    ...Object.keys(diagram.modules ?? {})
      .filter((module) => module !== node.module && !holds(diagram, module, moduleOf(place)))
      .map((module) => ({ module })),
    ...readyIds.map((ready) => ({ ready })),
  ]
  const { graph, id } = splitPlace(place)
  const fitting = wares.filter((ware) => {
    const found = withWare(diagram, path, graph, ware)
    return found !== undefined && fitsInPlace(found.diagram, graph, id, found.content)
  })
  const group = node.block === undefined ? undefined : blockOf(node.block)?.group
  const isKin = (ware: Ware) =>
    group === undefined ? !('block' in ware) : 'block' in ware && blockOf(ware.block)?.group === group
  return [...fitting.filter(isKin), ...fitting.filter((ware) => !isKin(ware))]
}

interface WithWare {
  readonly diagram: Diagram
  readonly content: Content
}

/** The document with all that the ware needs, and the ware as a node; undefined where it is more than one. */
function withWare(diagram: Diagram, path: string, graph: string, ware: Ware): WithWare | undefined {
  if (!isReady(ware)) return { diagram, content: ware }
  const fragment = readyNow(ware.ready)
  if (!fragment || fragment.nodes.length !== 1) return undefined
  const inserted = insert(diagram, fragment, { path: parentOf(path), graph })
  if (!inserted.ok) return undefined
  const [fresh] = inserted.ids
  let content: Content | undefined
  const taken = updateBody(inserted.diagram, graph, (body) => ({
    ...body,
    nodes: body.nodes.filter((node) => {
      if (node.id === fresh) content = node
      return node.id !== fresh
    }),
  }))
  return content && { diagram: taken, content }
}

export function replaceBy(editor: Editor, path: string, ware: Ware) {
  const state = editor.state()
  const diagram = diagramOf(state)
  const place = placeOf(diagram, path)
  if (place === undefined) return
  const { graph, id } = splitPlace(place)
  const found = withWare(diagram, path, graph, ware)
  if (!found) return
  const { content } = found
  const changed = editor.edit(
    () => {
      const replaced = replaceNode(found.diagram, graph, id, { ...content, ...widthLike(state, path, content) })
      return replaced === found.diagram ? diagram : replaced
    },
    { select: [path], done: done('done.replace', { name: drawnNode(state, path)?.title ?? path }), refit: true },
  )
  if (!changed) editor.notify({ kind: 'problem', text: say('problem.cannotAdd') })
}

/** A block that is told how wide its output is gives what was given there. */
function widthLike(state: EditorState, path: string, { block }: Content): Partial<Content> {
  if (block === undefined || !hasWidth(block)) return {}
  const output = refsOf(state, path).find(({ kind }) => kind === 's')
  const here = output && portHere(state, output)
  const width = here && widthAt(state, here)
  return width === undefined ? {} : { params: { width } }
}
