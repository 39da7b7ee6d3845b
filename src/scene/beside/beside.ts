// Two pictures as one: side by side, or one above the other where that leaves both larger on a slide, with what differs marked
// and the numbers of both below.
import { plainText } from '../../drawing/math/spoken'
import type { Primitive } from '../../drawing/primitives'
import type { Language } from '../../document/schema'
import { say } from '../../document/words'
import type { Graph } from '../../graph/graph'
import type { View } from '../../graph/view'
import type { Layout } from '../../layout/layout'
import type { Analysis } from '../../semantics/analyse'
import type { Point, Size } from '../../shared/geometry'
import { captionBlock, type Caption } from '../caption'
import { draw } from '../draw'
import type { Framed } from '../frame'
import type { Look } from '../look'
import { below, moved } from '../move'
import type { Scene } from '../scene'
import { drawBoard, type Board } from './board'
import { countOf, differencesOf, differingIn, focusedOn, type Differences } from './differences'
import { drawMarks, marksIn } from './marks'

export interface Side {
  readonly graph: Graph
  readonly layout: Layout
  readonly analysis: Analysis
  readonly view: View
  readonly look: Look
}

export interface DrawnSide extends Side {
  readonly scene: Scene
}

const slide = 16 / 9

/** Where the second picture and the board lie: what is largest on a slide. */
interface Arranged {
  readonly size: Size
  readonly second: Point
  readonly board: Point
  readonly drawn: Framed
}

export function beside(left: Side, right: Side, caption: Caption = {}): Scene {
  const { view, look } = left
  const differences = toldOf(left, right)
  const pad = view.large ? 14 : 0
  const first = padded(drawSide(left, differences, 'left'), pad)
  const second = padded(drawSide(right, differences, 'right'), pad)
  const margin = view.large ? 24 : 48
  const content: Board = {
    names: namesOf(left, right, view.language),
    analyses: [left.analysis, right.analysis],
    differences,
    most: view.large ? 6 : 12,
  }
  const { size, drawn, ...at } = arranged(first, second, margin, (type, width) =>
    drawBoard(content, look, view.language, type, width),
  )
  const scale = Math.max(1, typeFor(size.width) / 16)
  const said = captionBlock(caption, [], view, look, margin, size.width - 2 * margin, scale)
  return {
    ...first,
    width: Math.ceil(size.width),
    height: Math.ceil(size.height + said.height),
    title: `${first.title} | ${second.title}`,
    primitives: [
      { kind: 'group', id: 'first', children: named(first.primitives, 'first') },
      { kind: 'group', id: 'second', children: named(moved(second.primitives, at.second), 'second') },
      { kind: 'group', id: 'compared', children: moved(drawn.primitives, at.board) },
      ...(said.height
        ? [{ kind: 'group' as const, id: 'caption', children: below(said.primitives, size.height - margin) }]
        : []),
    ],
  }
}

function arranged(
  first: Size,
  second: Size,
  margin: number,
  boardOf: (type: number, width: number) => Framed,
): Arranged {
  const wide = { width: first.width + second.width, height: Math.max(first.height, second.height) }
  const tall = { width: Math.max(first.width, second.width), height: first.height + second.height }
  const beneath = (both: Size, at: Point): Arranged => {
    const drawn = boardOf(typeFor(both.width), both.width - 2 * margin)
    const size = { width: both.width, height: both.height + drawn.height + margin }
    return { size, second: at, board: { x: margin, y: both.height }, drawn }
  }
  const atRight = (): Arranged => {
    const width = Math.max(480, tall.width * 0.46)
    const drawn = boardOf(typeFor(tall.width + width), width)
    const size = { width: tall.width + width + margin, height: Math.max(tall.height, drawn.height + 2 * margin) }
    return { size, second: { x: 0, y: first.height }, board: { x: tall.width, y: margin }, drawn }
  }
  const all = [beneath(wide, { x: first.width, y: 0 }), beneath(tall, { x: 0, y: first.height }), atRight()]
  return all.reduce((best, each) => (sizeOn(each.size) < sizeOn(best.size) ? each : best))
}

/** What can be read when so much is as wide as a slide. */
function typeFor(width: number): number {
  return Math.min(40, Math.max(14, width / 90))
}

/** What differs, of what is in focus. */
export function toldOf(left: Side, right: Side): Differences {
  return focusedOn(differencesOf(left, right), left.look.focus)
}

/** Marks reach beyond the boxes, which stand near the edge of a picture in large type. */
function padded(scene: Scene, by: number): Scene {
  const at = { x: by, y: 0 }
  return { ...scene, width: scene.width + 2 * by, primitives: moved(scene.primitives, at) }
}

/** One of the two, with its marks; what is the same in both is dimmed. `isMap`: without words but those of the marks. */
export function drawSide(
  side: Side,
  differences: Differences,
  which: 'left' | 'right',
  scale = 1,
  isMap = false,
): Scene {
  const { graph, layout, analysis, view } = side
  const focus = differingIn(differences, which)
  const isSame = countOf(differences) === 0
  // Where all that differs is on the other side, nothing stands out on this one.
  const look = isSame ? side.look : { ...side.look, focus: focus.size ? focus : nowhere }
  const drawn = draw(graph, layout, analysis, view, look)
  const scene = isMap ? { ...drawn, primitives: wordless(drawn.primitives) } : drawn
  const marks = drawMarks(marksIn(differences, which), layout, scene.origin, look, scale)
  return marks.length
    ? { ...scene, primitives: [...scene.primitives, { kind: 'group', id: 'marks', children: marks }] }
    : scene
}

function wordless(primitives: readonly Primitive[]): Primitive[] {
  return primitives.flatMap((each) => {
    if (each.kind === 'text') return []
    return [each.kind === 'group' ? { ...each, children: wordless(each.children) } : each]
  })
}

const nowhere: ReadonlySet<string> = new Set([''])

/** Line by line, no more than it takes to tell them apart: the titles and variants; of one diagram, the variants and phases. */
export function namesOf(
  left: Side,
  right: Side,
  language: Language,
): readonly [left: readonly string[], right: readonly string[]] {
  const of = ({ analysis: { diagram, variant, phase } }: Side) => ({
    title: plainText(say(diagram.about.title, language)),
    variant: say(variant?.label, language) || (variant?.id ?? ''),
    phase: plainText(say(phase?.label, language)),
  })
  const [a, b] = [of(left), of(right)]
  const told = ({ title, variant, phase }: typeof a) => {
    if (a.title !== b.title) return [title, variant].filter(Boolean)
    const own = [a.variant === b.variant ? '' : variant, a.phase === b.phase ? '' : phase].filter(Boolean)
    return own.length ? own : [variant || phase || title]
  }
  return [told(a), told(b)]
}

/** How much a picture has to be made smaller to fit a slide. */
function sizeOn({ width, height }: Size): number {
  return Math.max(width / slide, height)
}

/** Names of the two must not meet. */
export function named(primitives: readonly Primitive[], prefix: string): Primitive[] {
  const name = (text: string | undefined) => (text === undefined ? undefined : `${prefix}/${text}`)
  return primitives.map((p) => {
    if (p.kind !== 'group') return p
    const [id, node, edge] = [name(p.id), name(p.node), name(p.edge)]
    const { kind, title } = p
    return {
      kind,
      ...(title !== undefined && { title }),
      ...(id !== undefined && { id }),
      ...(node !== undefined && { node }),
      ...(edge !== undefined && { edge }),
      children: named(p.children, prefix),
    }
  })
}
