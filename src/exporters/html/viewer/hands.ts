// What keys, the wheel, and fingers ask for.
import type { Point } from '../../../shared/geometry'

/** What may be asked for by name. */
export interface Acts {
  back(): void
  next(): void
  fit(): void
  in(): void
  out(): void
  first(): void
  last(): void
  notes(): void
}

const keys: Readonly<Record<string, keyof Acts>> = {
  ArrowRight: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'back',
  PageUp: 'back',
  '+': 'in',
  '=': 'in',
  '-': 'out',
  0: 'fit',
  Home: 'first',
  End: 'last',
  n: 'notes',
}

/** `toggle` folds or unfolds what was pressed. */
export function listenToKeys(hearer: HTMLElement | Document, acts: Acts, toggle: (node: Element) => void) {
  hearer.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || event.ctrlKey || event.metaKey || event.altKey) return
    const from = event.composedPath()[0]
    if (from instanceof Element && from.matches('select, button')) return
    if (from instanceof Element && from.matches('[data-opens]') && /^(Enter| )$/.test(event.key)) {
      event.preventDefault()
      return toggle(from)
    }
    const act = keys[event.key]
    if (!act) return
    event.preventDefault()
    acts[act]()
  })
}

/** `mayTake` says whether the wheel is the figure's, and not that of the page around it. */
export function listenToWheel(
  main: HTMLElement,
  mayTake: (event: WheelEvent) => boolean,
  zoom: (factor: number, at: Point) => void,
) {
  const onWheel = (event: WheelEvent) => {
    if (!mayTake(event)) return
    event.preventDefault()
    zoom(Math.exp(-event.deltaY / 400), pointIn(main, event))
  }
  main.addEventListener('wheel', onWheel, { passive: false })
}

export interface Fingers {
  pan(dx: number, dy: number): void
  zoom(factor: number, at: Point): void
  /** Pressed and let go without having moved. */
  press(event: PointerEvent): void
  /** Whether one finger turns pages, since there is nothing to pan to. */
  maySwipe(): boolean
  swipe(to: 'back' | 'next'): void
}

/** Of the width that a finger crosses to turn a page, in pixels. */
const swipeLength = 60

export function listenToFingers(main: HTMLElement, { pan, zoom, press, maySwipe, swipe }: Fingers) {
  const down = new Map<number, PointerEvent>()
  let travelled = 0
  /** How far one finger has gone to the right, while it may turn a page. */
  let swiped: number | undefined
  main.addEventListener('pointerdown', (event) => {
    down.set(event.pointerId, event)
    travelled = 0
    swiped = event.pointerType === 'touch' && down.size === 1 && maySwipe() ? 0 : undefined
    main.setPointerCapture(event.pointerId)
  })
  main.addEventListener('pointermove', (event) => {
    const before = down.get(event.pointerId)
    if (!before) return
    const [dx, dy] = [event.clientX - before.clientX, event.clientY - before.clientY]
    travelled += Math.abs(dx) + Math.abs(dy)
    down.set(event.pointerId, event)
    const other = [...down.values()].find((each) => each.pointerId !== event.pointerId)
    if (!other && swiped !== undefined) return void (swiped += dx)
    swiped = undefined
    if (!other) return pan(dx, dy)
    const middle = { clientX: (event.clientX + other.clientX) / 2, clientY: (event.clientY + other.clientY) / 2 }
    zoom(distance(event, other) / Math.max(1, distance(before, other)), pointIn(main, middle))
  })
  main.addEventListener('pointerup', (event) => {
    down.delete(event.pointerId)
    if (swiped !== undefined && Math.abs(swiped) > swipeLength) swipe(swiped > 0 ? 'back' : 'next')
    else if (travelled <= 6) press(event)
  })
  main.addEventListener('pointercancel', (event) => down.delete(event.pointerId))
}

type OnScreen = Pick<PointerEvent, 'clientX' | 'clientY'>

function distance(a: OnScreen, b: OnScreen): number {
  return Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY)
}

function pointIn(main: HTMLElement, { clientX, clientY }: OnScreen): Point {
  const { left, top } = main.getBoundingClientRect()
  return { x: clientX - left, y: clientY - top }
}
