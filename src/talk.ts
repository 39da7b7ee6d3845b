// The lecture through the pipeline: every step a picture, and nothing moves between two that show the same nodes.
import { besideIn } from './document/companions'
import type { Beside, Diagram } from './document/schema'
import type { FullStep } from './document/steps'
import { viewOf, type View } from './graph/view'
import type { LayOut, Layout } from './layout/layout'
import { drawLens, openLens, type OpenLens } from './lenses'
import { optionsOf, prepare, render, type Picture } from './render'
import { beside, type DrawnSide } from './scene/beside/beside'
import { besideOnStage } from './scene/beside/onStage'
import { draw, roomOf, type OnSlide, type Room, type Surround } from './scene/draw'
import type { Look } from './scene/look'
import { drawOnSlide, figureOnSlide, stageOnSlide } from './scene/onSlide'
import type { Scene } from './scene/scene'
import type { Size } from './shared/geometry'
import { lookOfStep, stageSlides, stageSteps, type SlidesOptions, type StagedStep } from './stage'

/** A step of the lecture as a picture. */
export interface StepPicture extends Picture {
  readonly step: FullStep
  readonly view: View
  readonly look: Look
  /** What the step shows in place of the picture or with it: a lens, or two pictures side by side. */
  readonly figure?: Scene
  readonly surround: Surround
}

export interface StepOptions {
  /** Only those. */
  readonly indexes?: readonly number[] | undefined
  /** As slides, each showing what its camera looks at; absent: the whole picture of each. */
  readonly slides?: (Pick<OnSlide, 'crops'> & Pick<SlidesOptions, 'keepsOpen'>) | undefined
}

/** The lecture as pictures. Rejects with a sentence when one cannot be laid out. */
export async function renderSteps(
  diagram: Diagram,
  look: Look,
  layOut: LayOut,
  overrides: Partial<View> = {},
  { indexes, slides }: StepOptions = {},
): Promise<readonly StepPicture[]> {
  await prepare(diagram)
  const layouts = new Map<string, Promise<Layout>>()
  const layoutOf = ({ common, view }: StagedStep) => {
    const key = `${JSON.stringify(optionsOf(view))} ${common.key}`
    if (!layouts.has(key)) layouts.set(key, layOut(common, optionsOf(view)))
    return layouts.get(key)!
  }
  const keepsOpen = slides?.keepsOpen
  const staged = slides
    ? await stageSlides(diagram, overrides, { layoutOf, look, keepsOpen })
    : stageSteps(diagram, overrides)
  const all = staged.map(({ step }) => step.step)
  // What stands around is measured in all steps that share a layout, drawn or not.
  const surroundOf = (one: StagedStep, room?: Room): Surround => ({ caption: { words: one.step.step, all }, room })
  const drawn = (one: StagedStep, layout: Layout, surround: Surround) =>
    draw(one.graph, layout, one.analysis, one.view, lookOfStep(one, look), surround)
  const rooms = new Map<Layout, Room>()
  const wanted = staged.filter(({ step }) => !indexes || indexes.includes(step.index))
  const pictures: StepPicture[] = []
  for (const one of wanted) {
    const layout = await layoutOf(one)
    if (!rooms.has(layout) && !slides) {
      const alikes = staged.filter(({ common }) => common.key === one.common.key)
      rooms.set(
        layout,
        alikes.map((each) => roomOf(drawn(each, layout, surroundOf(each)), layout, each.view)).reduce(largestRoom),
      )
    }
    const { step, view, analysis, graph } = one
    const { camera, focus } = step.shows
    const around = surroundOf(one, rooms.get(layout))
    const surround = slides ? { ...around, slide: { camera, focus, crops: slides.crops } } : around
    const own = lookOfStep(one, look)
    const scene = surround.slide
      ? drawOnSlide(graph, layout, analysis, view, own, surround, surround.slide)
      : drawn(one, layout, surround)
    const stage = slides && stageOnSlide(surround.caption, view, look)
    const alone = lensScene(one, look) ?? (step.step.beside && (await besideScene(one, layout, look, layOut, stage)))
    const figure = alone && slides ? figureOnSlide(alone, view, look, surround) : alone
    pictures.push({ step, view, look: own, analysis, graph, layout, scene, surround, ...(figure && { figure }) })
  }
  return pictures
}

/** The lens of a step, with the diagram's own numbers: those of what the step points at, where there are several. */
export function lensOfStep({ step, analysis }: StagedStep): OpenLens | undefined {
  return step.step.lens && openLens(step.step.lens, analysis, step.shows.focus)
}

function lensScene(one: StagedStep, look: Look): Scene | undefined {
  const open = lensOfStep(one)
  return open && drawLens(open.lens, open.values, look, one.view.language)
}

/** The step, and what it stands beside; the step alone where the document does not have that. */
async function besideScene(
  one: StagedStep,
  layout: Layout,
  look: Look,
  layOut: LayOut,
  stage: Size | undefined,
): Promise<Scene | undefined> {
  const { graph, analysis, view, step } = one
  const own = lookOfStep(one, look)
  if (stage) return renderBesideOnStage(analysis.diagram, step.step.beside!, view, own, layOut, stage)
  const other = await renderBeside(analysis.diagram, step.step.beside!, view, own, layOut)
  return other && beside({ graph, layout, analysis, view, look: own }, other, step.step)
}

/** Both for a slide, laid out to stand above each other; undefined where the document does not have the second. */
export async function renderBesideOnStage(
  diagram: Diagram,
  asked: Beside,
  view: View,
  look: Look,
  layOut: LayOut,
  stage: Size,
): Promise<Scene | undefined> {
  const compact: View = { ...view, shapes: 'off', title: false, aspect: stage.width / stage.height }
  const right = await renderBeside(diagram, asked, compact, look, layOut)
  return (
    right && besideOnStage({ ...(await render(diagram, compact, look, layOut)), view: compact, look }, right, stage)
  )
}

/** What stands beside a picture of the diagram with this view; undefined where the document does not have it. */
export async function renderBeside(
  diagram: Diagram,
  asked: Beside,
  view: View,
  look: Look,
  layOut: LayOut,
  overrides: Partial<View> = {},
): Promise<DrawnSide | undefined> {
  const other = besideIn(diagram, asked)
  if (!other) return undefined
  const isSame = other === diagram
  const { variant, phase, unfolded } = asked
  const {
    variant: _variant,
    phase: _phase,
    set: _set,
    unfolded: _unfolded,
    root: _root,
    direction: _direction,
    ...seen
  } = view
  const besides = {
    ...(isSame ? view : viewOf(other, seen)),
    ...(variant !== undefined && { variant }),
    ...(phase !== undefined && { phase }),
    ...(unfolded && { unfolded: new Set(unfolded) }),
    ...overrides,
  }
  // What is hidden or asked for in one diagram is no part of another.
  const { hidden: _hidden, quiz: _quiz, focus: _focus, ...plain } = look
  const own = isSame ? look : plain
  return { ...(await render(other, besides, own, layOut)), view: besides, look: own }
}

function largestRoom(a: Room, b: Room): Room {
  return {
    width: Math.max(a.width, b.width),
    above: Math.max(a.above, b.above),
    below: Math.max(a.below, b.below),
  }
}
