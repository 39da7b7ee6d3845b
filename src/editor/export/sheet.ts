// The sheet that a figure is read on, drawn with the figure in its place: a slide, a page of a paper, a poster, a web page.
import { paint } from '../../drawing/canvas'
import type { Primitive } from '../../drawing/primitives'
import { scaleOn, targets, type TargetName } from '../../exporters/targets'
import type { Scene } from '../../scene/scene'
import type { Box, Size } from '../../shared/geometry'

/** Pixels of the screen for an inch: what a browser takes for one. */
const inch = 96

export interface Sheet {
  /** In pixels, as large as it is. */
  readonly size: Size
  readonly figure: Box
  /** Where the words of the paper around it run. */
  readonly columns: readonly Box[]
}

/** The figure on its target; alone where it has none. */
export function sheetOf(scene: Scene, fit: TargetName | 'none'): Sheet {
  const { width, height } = scene
  if (fit === 'none') return { size: { width, height }, figure: { x: 0, y: 0, width, height }, columns: [] }
  const target = targets[fit]
  const [sheet, room] = [inInches(target.sheet), inInches(target.room)]
  const scale = (scaleOn(target, scene) * inch) / 72
  const own = { width: width * scale, height: height * scale }
  if (fit === 'slide') return { size: sheet, figure: { ...own, ...centred(sheet, own) }, columns: [] }
  const top = 0.07 * sheet.height
  const bottom = sheet.height - top
  if (fit !== 'column') {
    const figure = { ...own, x: centred(sheet, own).x, y: top }
    const left = (sheet.width - room.width) / 2
    const under = figure.y + own.height + top / 2
    const words = { x: left, y: under, width: room.width, height: Math.max(0, bottom - under) }
    return { size: sheet, figure, columns: [words] }
  }
  const left = (sheet.width - inInches(targets.page.room).width) / 2
  const right = sheet.width - left - room.width
  const figure = { ...own, x: left + (room.width - own.width) / 2, y: top }
  const under = figure.y + own.height + top / 3
  const column = (x: number, y: number) => ({ x, y, width: room.width, height: Math.max(0, bottom - y) })
  return { size: sheet, figure, columns: [column(left, under), column(right, top)] }
}

function inInches({ width, height }: Size): Size {
  return { width: width * inch, height: height * inch }
}

function centred(outer: Size, inner: Size) {
  return { x: (outer.width - inner.width) / 2, y: (outer.height - inner.height) / 2 }
}

/** `zoom`: pixels of the canvas for one of the sheet; `over`: what moves on the figure. */
export function paintSheet(
  ctx: CanvasRenderingContext2D,
  scene: Scene,
  sheet: Sheet,
  fit: TargetName | 'none',
  zoom: number,
  over: readonly Primitive[] = [],
) {
  const { size, figure, columns } = sheet
  ctx.setTransform(zoom, 0, 0, zoom, 0, 0)
  ctx.clearRect(0, 0, size.width, size.height)
  if (fit !== 'none') {
    // A slide and a page of the web take the colour of the figure; paper is white.
    ctx.fillStyle = fit === 'slide' || fit === 'web' ? (scene.background ?? '#ffffff') : '#ffffff'
    ctx.fillRect(0, 0, size.width, size.height)
  }
  ctx.fillStyle = 'rgb(128 138 150 / 22%)'
  const line = fit === 'poster' ? 40 : 13
  for (const { x, y, width, height } of columns)
    for (let at = 0; at + line / 2 < height; at += line) {
      const isLast = (at / line) % 9 === 8
      ctx.fillRect(x, y + at, isLast ? width * 0.6 : width, line * 0.42)
    }
  const scale = (figure.width / scene.width) * zoom
  ctx.setTransform(scale, 0, 0, scale, figure.x * zoom, figure.y * zoom)
  if (scene.background) {
    ctx.fillStyle = scene.background
    ctx.fillRect(0, 0, scene.width, scene.height)
  }
  paint(ctx, [...scene.primitives, ...over])
}
