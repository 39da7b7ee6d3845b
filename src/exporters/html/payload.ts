// All that the viewer of a page turns to, in one line: what several pictures show is kept once, wherever it stands in them.
import { deflateSync, strToU8 } from 'fflate'
import type { Language } from '../../document/schema'
import { toBase64 } from '../../shared/base64'
import type { Primitive } from '../../drawing/primitives'
import { toMarkup } from '../../drawing/markup'
import { round } from '../../drawing/numbers'
import { moved } from '../../scene/move'
import type { Point } from '../../shared/geometry'
import type { Page } from '../exporter'
import { viewerWords, type ViewerWords } from './words'

export interface Payload {
  readonly language: Language
  /** What the viewer says by itself. */
  readonly words: ViewerWords
  /** Markup of a group, at its own origin. */
  readonly parts: readonly string[]
  readonly states: readonly ViewerState[]
}

export interface ViewerState {
  readonly title: string
  readonly phase: string
  readonly variant: string
  /** Paths of the containers that stand open, sorted. */
  readonly open: readonly string[]
  /** Of the lecture, from 1. */
  readonly step?: number
  /** What the speaker says. */
  readonly notes?: string
  /** Of the picture. */
  readonly name: string
  readonly width: number
  readonly height: number
  readonly background?: string
  /** Which parts, and where, in the order in which they are drawn. */
  readonly uses: readonly (readonly [part: number, x: number, y: number])[]
}

/** The line that stands in a page. The same pages give the same line. */
export function packPages(pages: readonly Page[], language: Language): string {
  return toBase64(deflateSync(strToU8(JSON.stringify(payloadOf(pages, language))), { level: 9, mem: 12 }))
}

function payloadOf(pages: readonly Page[], language: Language): Payload {
  const numbers = new Map<string, number>()
  const found: { readonly name: string; readonly markup: string }[] = []
  const use = (primitive: Primitive): ViewerState['uses'][number] => {
    const { x, y } = startOf(primitive) ?? { x: 0, y: 0 }
    const markup = toMarkup(moved([primitive], { x: -x, y: -y }), '', (id) => id).replace(/\n */g, '')
    const name = primitive.kind === 'group' ? (primitive.node ?? primitive.edge ?? primitive.id ?? '') : ''
    if (!numbers.has(markup)) numbers.set(markup, found.push({ name, markup }) - 1)
    return [numbers.get(markup)!, round(x), round(y)]
  }
  const states = pages.map((page) => ({ ...stateOf(page), uses: page.scene.primitives.map(use) }))
  // What draws the same node in other colours lies near, where it compresses best.
  const order = found.map((_, i) => i).sort((a, b) => compare(found[a]!.name, found[b]!.name) || a - b)
  const places = new Map(order.map((from, to) => [from, to]))
  return {
    language,
    words: viewerWords[language],
    parts: order.map((i) => found[i]!.markup),
    states: states.map((state) => ({
      ...state,
      uses: state.uses.map(([part, x, y]) => [places.get(part)!, x, y] as const),
    })),
  }
}

function stateOf({ title, scene, drawn, step, notes }: Page): Omit<ViewerState, 'uses'> {
  const { width, height, background } = scene
  return {
    title: title ?? scene.title,
    phase: drawn?.analysis.phase?.id ?? '',
    variant: drawn?.analysis.variant?.id ?? '',
    open: [...(drawn?.view.unfolded ?? [])].sort(),
    ...(step !== undefined && { step, ...(notes && { notes }) }),
    name: scene.title,
    width,
    height,
    ...(background !== undefined && { background }),
  }
}

/** The first place that a primitive names: what looks the same elsewhere begins there, too. */
function startOf(primitive: Primitive): Point | undefined {
  switch (primitive.kind) {
    case 'group':
      for (const child of primitive.children) {
        const start = startOf(child)
        if (start) return start
      }
      return undefined
    case 'path': {
      const [, x, y] = /^M(-?[\d.]+)[ ,](-?[\d.]+)/.exec(primitive.d) ?? []
      return x === undefined ? undefined : { x: Number(x), y: Number(y) }
    }
    case 'rect':
    case 'text':
      return { x: primitive.x, y: primitive.y }
  }
}

/** Not by the language of the machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
