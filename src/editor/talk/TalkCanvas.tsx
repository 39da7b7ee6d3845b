// One picture of a talk on a canvas: glides to where the camera of the step looks, lets tokens travel, says what lies under
// the pointer. Repaints without React.
import { useEffect, useRef, useState } from 'react'
import { contains } from '../../drawing/bounds'
import { paint } from '../../drawing/canvas'
import type { GraphNode } from '../../graph/graph'
import { nodeAt } from '../../graph/walk'
import type { Layout } from '../../layout/layout'
import { draw } from '../../scene/draw'
import { concealed, isHidden } from '../../scene/emphasis'
import type { Look } from '../../scene/look'
import type { Scene } from '../../scene/scene'
import { themes } from '../../scene/themes'
import { tokensAt } from '../../scene/travel'
import type { Point } from '../../shared/geometry'
import type { View2D } from '../../scene/framing'
import { nodeAtPoint } from '../canvas/areas/hit'
import { between, ease } from '../picture/between'
import { travelIn, type TalkPicture } from './prepare'
import { flowRest } from './useFlow'

interface TalkCanvasProps {
  readonly picture: TalkPicture | undefined
  readonly camera: View2D | undefined
  /** Seconds on the way of the tokens; undefined: none are shown. Asked for at each frame. */
  readonly clock?: (() => number | undefined) | undefined
  readonly label: string
  /** A hand is on the camera: it does not glide. */
  readonly isHeld?: boolean
  /** Told what was pressed; undefined beside all nodes. */
  readonly onPress?: (node: GraphNode | undefined) => void
}

const glideTime = 420

export function TalkCanvas({ picture, camera, clock, label, isHeld = false, onPress }: TalkCanvasProps) {
  const ref = useRef<HTMLCanvasElement>(null)
  const stage = useRef<ReturnType<typeof createTalkStage>>(undefined)
  const [hovered, setHovered] = useState<{ readonly node: GraphNode; readonly at: Point }>()

  useEffect(() => {
    stage.current = createTalkStage(ref.current!)
    return () => stage.current?.close()
  }, [])
  useEffect(() => {
    if (picture && camera) stage.current?.show(picture, camera, isHeld)
  }, [picture, camera, isHeld])
  useEffect(() => stage.current?.play(clock), [clock])

  const nodeUnder = (event: { readonly clientX: number; readonly clientY: number }) => {
    const place = stage.current?.placeOf({ x: event.clientX, y: event.clientY })
    const path = place && picture && nodeAtPoint(picture.graph, picture.layout, place)
    return path === undefined ? undefined : nodeAt(picture!.graph, path)
  }
  const told = hovered && picture && toldOf(hovered.node, picture.look)
  return (
    <>
      <canvas
        ref={ref}
        className="talk-canvas"
        role="img"
        aria-label={label}
        onPointerMove={(event) => {
          if (event.pointerType === 'touch') return
          const node = nodeUnder(event)
          setHovered(node && { node, at: { x: event.clientX, y: event.clientY } })
        }}
        onPointerLeave={() => setHovered(undefined)}
        onClick={(event) => onPress?.(nodeUnder(event))}
      />
      {told && (
        <div className="talk-hint" role="tooltip" style={{ left: hovered!.at.x + 16, top: hovered!.at.y + 16 }}>
          <b>{told.title}</b> {told.count} {told.badge}
          {told.sublabel && <div>{told.sublabel}</div>}
        </div>
      )}
    </>
  )
}

/** Not more than the picture says: nothing of what is not revealed yet, and no answer to what a quiz asks. */
function toldOf(node: GraphNode, look: Look): GraphNode | undefined {
  if (node.inside || isHidden(node.path, look)) return undefined
  return concealed(node, look)
}

function createTalkStage(canvas: HTMLCanvasElement) {
  const ctx = canvas.getContext('2d')!
  const still = matchMedia('(prefers-reduced-motion: reduce)')
  let shown: TalkPicture | undefined
  let layout: Layout | undefined
  let view: View2D | undefined
  let glide: { readonly from: Layout; readonly view: View2D; readonly to: View2D; readonly start: number } | undefined
  let clock: (() => number | undefined) | undefined
  /** The picture at rest, beneath the tokens. */
  let resting: { readonly scene: Scene; readonly view: View2D; readonly image: HTMLCanvasElement } | undefined
  let frame = 0

  function ask() {
    frame ||= requestAnimationFrame(step)
  }

  function step(now: number) {
    frame = 0
    if (!shown || !view) return
    if (glide) {
      const t = ease(Math.min(1, Math.max(0, now - glide.start) / glideTime))
      layout = between(glide.from, shown.layout, t)
      view = t < 1 ? mixed(glide.view, glide.to, t) : glide.to
      if (t >= 1) glide = undefined
    }
    repaint()
    if (glide || clock) ask()
  }

  function repaint() {
    const ratio = window.devicePixelRatio || 1
    const { clientWidth: width, clientHeight: height } = canvas
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio)
      canvas.height = Math.round(height * ratio)
    }
    const { graph, analysis, view: seen, look } = shown!
    const scene = layout === shown!.layout ? shown!.scene : draw(graph, layout!, analysis, seen, look)
    const { x, y, zoom } = view!
    const { origin } = scene
    const time = clock?.()
    ctx.setTransform(1, 0, 0, 1, 0, 0)
    if (resting?.scene === scene && resting.view === view) ctx.drawImage(resting.image, 0, 0)
    else {
      ctx.fillStyle = themes[look.theme].page
      ctx.fillRect(0, 0, canvas.width, canvas.height)
      place()
      const viewport = { x: origin.x - x / zoom, y: origin.y - y / zoom, width: width / zoom, height: height / zoom }
      paint(ctx, scene.primitives, { viewport: contains(viewport, { x: 0, y: 0, ...scene }) ? undefined : viewport })
      if (time !== undefined && !glide) resting = { scene, view: view!, image: copyOf(canvas) }
    }
    if (time === undefined) return
    place()
    const travel = travelIn(shown!)
    paint(ctx, tokensAt(travel, time % (travel.duration + flowRest), origin, look))

    function place() {
      ctx.setTransform(zoom * ratio, 0, 0, zoom * ratio, (x - origin.x * zoom) * ratio, (y - origin.y * zoom) * ratio)
    }
  }

  function afresh() {
    resting = undefined
    ask()
  }

  const sizes = new ResizeObserver(afresh)
  sizes.observe(canvas)
  document.fonts.addEventListener('loadingdone', afresh)

  return {
    show(picture: TalkPicture, to: View2D, isHeld: boolean) {
      const isFirst = !shown || !view || !layout || still.matches || isHeld
      shown = picture
      if (isFirst) {
        ;[layout, view, glide] = [picture.layout, to, undefined]
      } else {
        glide = { from: layout!, view: view!, to, start: performance.now() }
        // The first frame shows the new step already, in the old places.
        layout = between(layout!, picture.layout, 0)
      }
      ask()
    },
    play(next: (() => number | undefined) | undefined) {
      clock = next
      ask()
    },
    /** In the layout, of a place on the page. */
    placeOf({ x, y }: Point): Point | undefined {
      if (!view) return undefined
      const box = canvas.getBoundingClientRect()
      return { x: (x - box.x - view.x) / view.zoom, y: (y - box.y - view.y) / view.zoom }
    },
    close() {
      cancelAnimationFrame(frame)
      sizes.disconnect()
      document.fonts.removeEventListener('loadingdone', afresh)
    },
  }
}

function copyOf(canvas: HTMLCanvasElement): HTMLCanvasElement {
  const copy = document.createElement('canvas')
  copy.width = canvas.width
  copy.height = canvas.height
  copy.getContext('2d')!.drawImage(canvas, 0, 0)
  return copy
}

/** Zooms are mixed as factors, so that the way in is as fast as the way out. */
function mixed(a: View2D, b: View2D, t: number): View2D {
  const zoom = a.zoom * (b.zoom / a.zoom) ** t
  const share = a.zoom === b.zoom ? t : (zoom - a.zoom) / (b.zoom - a.zoom)
  return { zoom, x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share }
}
