// The pictures of a talk, laid out ahead of time: the step that is shown first, then its neighbours, outward. A layout that
// fails leaves its step without a picture, and the talk goes on.
import type { Diagram } from '../../document/schema'
import type { FullStep } from '../../document/steps'
import type { View } from '../../graph/view'
import { resolve } from '../../graph/resolve'
import type { LayOut, Layout } from '../../layout/layout'
import type { OpenLens } from '../../lenses'
import { optionsOf, type Picture } from '../../render'
import { draw } from '../../scene/draw'
import type { Look } from '../../scene/look'
import { analyse } from '../../semantics/analyse'
import { lookOfStep, stageSteps, type StagedStep } from '../../stage'
import { lensOfStep } from '../../talk'
import { travelOf, type Travel } from '../../scene/travel'

export interface TalkPicture extends Picture {
  readonly view: View
  readonly look: Look
}

export interface Talk {
  readonly diagram: Diagram
  readonly steps: readonly FullStep[]
  /** Undefined until it is laid out, or where that failed. */
  picture(index: number, look: Look): TalkPicture | undefined
  /** The lens of a step with what it begins with, at every call the same; it needs no layout. */
  lens(index: number): OpenLens | undefined
  /** The step with other containers open than it says. */
  live(index: number, unfolded: ReadonlySet<string>, look: Look): Promise<TalkPicture>
  subscribe(call: () => void): () => void
  close(): void
}

/** Room presentations say what the picture is about in words of their own. */
const bare = { title: false, legend: false, bar: false } as const

export function prepareTalk(diagram: Diagram, overrides: Partial<View>, layOut: LayOut, first = 0): Talk {
  // A diagram without a talk is shown as it stands.
  const told = diagram.steps?.length ? diagram : { ...diagram, steps: [{}] }
  const staged = stageSteps(told, { ...overrides, ...bare })
  const layouts = new Map<string, Layout>()
  const lenses = new Map<number, OpenLens | undefined>()
  const listeners = new Set<() => void>()
  let isClosed = false

  async function prepare() {
    const order = staged.map((_, i) => i).sort((a, b) => Math.abs(a - first) - Math.abs(b - first))
    for (const index of order) {
      const { common, view } = staged[index]!
      if (isClosed) return
      if (layouts.has(common.key)) continue
      // Once more where the layout failed: its worker may have been stopped.
      const ask = () => layOut(common, optionsOf(view))
      const layout = await ask()
        .catch(ask)
        .catch(() => undefined)
      if (layout) layouts.set(common.key, layout)
      for (const call of listeners) call()
    }
  }
  void prepare()

  const drawn = new Map<string, TalkPicture>()
  function painted(one: StagedStep, layout: Layout, look: Look, key: string): TalkPicture {
    const known = drawn.get(key)
    if (known) return known
    const own = lookOfStep(one, look)
    const { graph, analysis, view } = one
    const picture = { graph, layout, analysis, view, look: own, scene: draw(graph, layout, analysis, view, own) }
    if (drawn.size > 200) drawn.clear()
    drawn.set(key, picture)
    return picture
  }

  return {
    diagram: told,
    steps: staged.map(({ step }) => step),
    picture(index, look) {
      const one = staged[index]
      const layout = one && layouts.get(one.common.key)
      return layout && painted(one, layout, look, `${index} ${keyOf(look)}`)
    },
    lens(index) {
      if (!lenses.has(index)) lenses.set(index, staged[index] && lensOfStep(staged[index]))
      return lenses.get(index)
    },
    async live(index, unfolded, look) {
      const { view: own, step } = staged[index]!
      const view = { ...own, unfolded }
      const analysis = analyse(told, view)
      const graph = resolve(analysis, view)
      const layout = await layOut(graph, optionsOf(view))
      return painted(
        { step, view, analysis, graph, common: graph },
        layout,
        look,
        `${index} ${graph.key} ${keyOf(look)}`,
      )
    },
    subscribe(call) {
      listeners.add(call)
      return () => listeners.delete(call)
    },
    close() {
      isClosed = true
      listeners.clear()
    },
  }
}

function keyOf({ theme, quiz }: Look): string {
  return `${theme} ${quiz ? [...quiz.revealed].sort().join(' ') : ''}`
}

/** What is revealed of a quiz, in the look of the step. */
export function withRevealed(picture: TalkPicture, revealed: ReadonlySet<string>): TalkPicture {
  const { quiz } = picture.look
  if (!quiz || revealed.size === 0) return picture
  const look = { ...picture.look, quiz: { ...quiz, revealed } }
  const { graph, layout, analysis, view } = picture
  return { ...picture, look, scene: draw(graph, layout, analysis, view, look) }
}

const travels = new WeakMap<TalkPicture, Travel>()

export function travelIn(picture: TalkPicture): Travel {
  const { graph, layout, analysis, look } = picture
  const travel = travels.get(picture) ?? travelOf(graph, layout, analysis, look)
  travels.set(picture, travel)
  return travel
}
