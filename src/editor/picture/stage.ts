// What is on the screen at this moment: the newest picture, a glide to it, or nodes under way with a hand. It holds no
// state of its own that matters: all follows from the store and the clock.
import type { Graph } from '../../graph/graph'
import type { Layout } from '../../layout/layout'
import { draw } from '../../scene/draw'
import type { Scene } from '../../scene/scene'
import type { Point } from '../../shared/geometry'
import type { Editor } from '../editor'
import type { EditorState, Shown } from '../state'
import { between, ease } from './between'
import { steadiest } from './steadiest'
import { dragged, withMovedText } from './dragged'
import { lookKey, screenLook } from './look'

const glideTime = 220

export interface StageClock {
  now(): number
  /** Calls back before the next frame is painted; gives a function that calls it off. */
  frame(call: () => void): () => void
  /** The person wants no movement. */
  isStill(): boolean
}

export interface Stage {
  readonly current: { readonly graph: Graph; readonly layout: Layout; readonly scene: Scene } | undefined
  /** Calls back when there is something else to paint. */
  subscribe(call: () => void): () => void
  /** Begins to follow the editor. Gives a function that ends it. */
  start(): () => void
}

export function createStage(editor: Editor, clock: StageClock): Stage {
  const listeners = new Set<() => void>()
  let current: Stage['current']
  let glide: { from: Layout; to: Layout; start: number; anchor: string | undefined } | undefined
  let cancel: (() => void) | undefined
  let last = editor.state()

  function paint(shown: Shown, layout: Layout, state: EditorState) {
    const { graph: resting, analysis, scene, layout: final } = shown.picture
    const graph = withMovedText(resting, state.session.annotationDrag)
    const isFinal = layout === final && graph === resting && drawnFor.get(scene) === lookKey(state)
    current = { graph, layout, scene: isFinal ? scene : draw(graph, layout, analysis, shown.view, screenLook(state)) }
    for (const call of listeners) call()
  }

  /** The look that each finished scene was drawn in, told when it arrives. */
  const drawnFor = new WeakMap<Scene, string>()

  function step() {
    const state = editor.state()
    const { shown } = state.session
    if (!glide || !shown) return
    const t = ease(Math.min(1, (clock.now() - glide.start) / glideTime))
    const before = current?.layout
    const layout = between(glide.from, glide.to, t)
    follow(glide.anchor, before, layout)
    paint(shown, layout, state)
    if (layout === glide.to) {
      glide = undefined
      editor.setSession({ rested: shown })
    } else cancel = clock.frame(step)
  }

  /** Moves the camera so that the node stays where it is on the screen. */
  function follow(path: string | undefined, before: Layout | undefined, after: Layout) {
    const [old, now] = [path && before?.nodes.get(path), path && after.nodes.get(path)]
    if (!old || !now || (Math.abs(now.x - old.x) < 0.01 && Math.abs(now.y - old.y) < 0.01)) return
    editor.camera?.moveBy({ x: now.x - old.x, y: now.y - old.y })
  }

  function arrive(shown: Shown, state: EditorState, isOther: boolean) {
    cancel?.()
    drawnFor.set(shown.picture.scene, lookKey(state))
    const { layout } = shown.picture
    // When all of it comes into view anyway, nothing is held on to.
    const anchor = state.session.refit ? undefined : (state.session.anchor ?? steadiest(current?.layout, layout))
    // When one picture follows upon another, what stands around them does not wait for the last.
    let isRested = true
    if (!current || isOther || clock.isStill() || current.layout === layout) {
      glide = undefined
      const before = current?.layout
      paint(shown, layout, state)
      if (!isOther) follow(anchor, before, layout)
    } else {
      isRested = glide !== undefined
      // The first step comes with the next frame, which would draw it again anyway.
      glide = { from: current.layout, to: layout, start: clock.now(), anchor }
      cancel = clock.frame(step)
    }
    const arrived = { drag: undefined, annotationDrag: undefined, anchor: undefined }
    editor.setSession(isRested ? { ...arrived, rested: shown } : arrived)
  }

  function onState(state: EditorState) {
    const before = last
    last = state
    const { shown, drag, annotationDrag } = state.session
    if (!shown) return
    if (shown !== before.session.shown) return arrive(shown, state, sceneKey(state) !== keyShown())
    const isDragged = drag !== before.session.drag || annotationDrag !== before.session.annotationDrag
    if (isDragged || lookKey(state) !== lookKey(before)) {
      if (glide) return
      const { graph, layout } = shown.picture
      const by: Point = drag?.by ?? { x: 0, y: 0 }
      paint(shown, drag && !drag.copies ? dragged(graph, layout, drag.paths, by) : layout, state)
    }
  }

  let key = ''
  /** Another document, or another part alone, does not glide: its first picture is simply there. */
  function keyShown() {
    const known = key
    key = sceneKey(editor.state())
    return known
  }

  return {
    get current() {
      return current
    },
    subscribe(call) {
      listeners.add(call)
      return () => listeners.delete(call)
    },
    start() {
      last = editor.state()
      const { shown } = last.session
      key = sceneKey(last)
      if (shown) arrive(shown, last, true)
      const stop = editor.store.subscribe(onState)
      return () => {
        cancel?.()
        stop()
        editor.setSession({ rested: undefined })
      }
    },
  }
}

function sceneKey({ session: { fits, shown } }: EditorState): string {
  return `${fits} ${shown?.view.root ?? ''}`
}

/** The clock of this browser. */
export function browserClock(): StageClock {
  return {
    now: () => performance.now(),
    frame(call) {
      const id = requestAnimationFrame(call)
      return () => cancelAnimationFrame(id)
    },
    isStill: () => matchMedia('(prefers-reduced-motion: reduce)').matches,
  }
}
