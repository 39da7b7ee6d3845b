// The steps of a lecture before they are drawn: equally large where they show the same nodes, so that nothing moves between
// them. On slides the steps that show the whole picture are arranged for themselves, with less in it, so that it can be read.
import type { Diagram } from './document/schema'
import { fullSteps, type FullStep } from './document/steps'
import { leastPoints, targets } from './exporters/targets'
import { alike, structureOf } from './graph/alike'
import type { Graph } from './graph/graph'
import { resolve } from './graph/resolve'
import { viewOfStep } from './graph/step'
import type { View } from './graph/view'
import type { Layout } from './layout/layout'
import type { Look } from './scene/look'
import { drawOnSlide, stageOnSlide } from './scene/onSlide'
import { analyse, type Analysis } from './semantics/analyse'
import { largestOpen } from './slide'

/** The steps as views and graphs that are laid out: equally large where they hold the same nodes, so nothing moves. */
export interface StagedStep {
  readonly step: FullStep
  readonly view: View
  readonly analysis: Analysis
  /** With the words of this step. */
  readonly graph: Graph
  /** With room for the words of all steps that hold the same nodes: what is laid out. */
  readonly common: Graph
}

export function stageSteps(diagram: Diagram, overrides: Partial<View> = {}): readonly StagedStep[] {
  return madeAlike(
    fullSteps(diagram).map((step) => ({ step, view: viewOfStep(diagram, step.shows, overrides) })),
    diagram,
  )
}

/** The look of a step: what it shows by colour and not by place. */
export function lookOfStep({ step }: Pick<StagedStep, 'step'>, look: Look): Look {
  const { focus, hidden, gradients } = step.shows
  const { quiz } = step.step
  return {
    ...look,
    gradients,
    focus: new Set(focus),
    hidden: new Set(hidden),
    ...(quiz?.length && { quiz: { asks: new Set(quiz), revealed: new Set() } }),
  }
}

function madeAlike(steps: readonly Pick<StagedStep, 'step' | 'view'>[], diagram: Diagram): readonly StagedStep[] {
  const resolved = steps.map(({ step, view }) => {
    const analysis = analyse(diagram, view)
    return { step, view, analysis, graph: resolve(analysis, view) }
  })
  const found = new Map<FullStep, StagedStep>()
  for (const group of alikes(resolved)) {
    const { common, each } = alike(group.map(({ graph }) => graph))
    group.forEach((one, i) => found.set(one.step, { ...one, graph: each[i]!, common }))
  }
  return steps.map(({ step }) => found.get(step)!)
}

/** Those that show the same nodes, together. */
function alikes<T extends { readonly graph: Graph }>(steps: readonly T[]): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>()
  for (const one of steps) {
    const structure = structureOf(one.graph)
    groups.set(structure, [...(groups.get(structure) ?? []), one])
  }
  return [...groups.values()]
}

export interface SlidesOptions {
  readonly layoutOf: (step: StagedStep) => Promise<Layout>
  readonly look: Look
  /** What stands open stays so, however small that makes the words. */
  readonly keepsOpen?: boolean | undefined
}

/**
 * The steps for slides. Those that show the whole picture get a layout of their own, in the shape of the slide, and give up the
 * shapes on edges, then the largest open container again and again, then the numbers, until their words can be read. All of
 * them that show the same nodes give up the same, so that nothing moves between them.
 */
export async function stageSlides(
  diagram: Diagram,
  overrides: Partial<View>,
  options: SlidesOptions,
): Promise<readonly StagedStep[]> {
  const staged = stageSteps(diagram, overrides)
  const own = new Map<FullStep, StagedStep>()
  for (const group of alikes(staged.filter(isWhole)))
    for (const one of await fittedToSlide(group, staged, options)) own.set(one.step, one)
  return staged.map((one) => own.get(one.step) ?? one)
}

/** Nothing is pointed at, so that all of it has to be read. */
function isWhole({ step: { shows, step } }: StagedStep): boolean {
  return !shows.focus.length && typeof shows.camera !== 'object' && !step.lens && !step.beside
}

async function fittedToSlide(
  group: readonly StagedStep[],
  talk: readonly StagedStep[],
  { layoutOf, look, keepsOpen = false }: SlidesOptions,
): Promise<readonly StagedStep[]> {
  const { diagram } = group[0]!.analysis
  const captions = talk.map(({ step }) => step.step)
  const pointsOf = (one: StagedStep, layout: Layout) => {
    const surround = { caption: { words: one.step.step, all: captions } }
    const slide = { camera: one.step.shows.camera, focus: [], crops: true }
    const scene = drawOnSlide(one.graph, layout, one.analysis, one.view, lookOfStep(one, look), surround, slide)
    return leastPoints(targets.slide, scene) ?? Infinity
  }
  // Who asks for the shapes of a step, or asks the room for them, wants them before what stands open.
  const asks = group.some(({ step: { step } }) => step.shapes === 'all' || step.quiz?.includes('shapes'))
  const isQuiz = group.some(({ step: { step } }) => step.quiz?.includes('shapes'))
  const stage = stageOnSlide({ words: group[0]!.step.step, all: captions }, group[0]!.view, look)
  const fitted = async (steps: readonly StagedStep[]) => {
    const layout = await layoutOf(steps[0]!)
    return { steps, layout, points: Math.min(...steps.map((one) => pointsOf(one, layout))) }
  }
  const larger = <T extends { readonly points: number }>(a: T, b: T) => (b.points > a.points ? b : a)
  let best = await fitted(group)
  for (let less: Partial<View> | undefined = {}; less && best.points < targets.slide.least;) {
    const now: Partial<View> = less
    const shaped = [stage.width / stage.height, 16 / 9].map((aspect) =>
      fitted(
        madeAlike(
          group.map(({ step, view }) => ({ step, view: { ...view, ...now, aspect } })),
          diagram,
        ),
      ),
    )
    const tried = (await Promise.all(shaped)).reduce(larger)
    best = larger(best, tried)
    const { graph, view } = tried.steps[0]!
    const largest = keepsOpen ? undefined : largestOpen({ graph, layout: tried.layout })
    if (!asks && now.shapes === undefined) less = { ...now, shapes: 'off' }
    else if (largest !== undefined)
      less = { ...now, unfolded: new Set([...view.unfolded].filter((path) => path !== largest)) }
    else if (now.badges === undefined) less = { ...now, badges: false }
    else if (!isQuiz && now.shapes === undefined) less = { ...now, shapes: 'off' }
    else less = undefined
  }
  return best.steps
}
