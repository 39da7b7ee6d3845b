// Two pictures side by side for a slide: both as large as the numbers leave them, and no words that cannot be read from the last
// row. Pictures too small for their words are maps: the marks in them lead to the words beside them.
import { textsIn } from '../../drawing/texts'
import type { Primitive } from '../../drawing/primitives'
import { leastText } from '../framing'
import type { Framed } from '../frame'
import { moved } from '../move'
import type { Scene } from '../scene'
import { line } from '../text'
import { themes } from '../themes'
import type { Size } from '../../shared/geometry'
import { drawSide, named, namesOf, toldOf, type Side } from './beside'
import { drawBoard } from './board'
import { discType } from './marks'

/** In points of a slide, which is 540 of them high; rounding must not make it less than can be read. */
const type = leastText * 540 * 1.04
const name = { size: type * 1.25, weight: 700 } as const
const margin = 24
const gap = 30
/** What the numbers may take of the width, and how many parts are told one by one: the first that has room for all of it. */
const shares = [0.4, 0.48, 0.56, 0.64]
const rows = [8, 6, 4, 2]

/** `stage`: in points. */
export function besideOnStage(left: Side, right: Side, stage: Size): Scene {
  const { language } = left.view
  const differences = toldOf(left, right)
  const names = namesOf(left, right, language)
  const analyses = [left.analysis, right.analysis] as const
  const room = { width: stage.width - 2 * margin - gap, height: stage.height - 2 * margin }
  const boardOf = (share: number, most: number, unit: number): Framed =>
    drawBoard({ names, analyses, differences, most }, left.look, language, type * unit, room.width * share * unit)
  const tries = rows.flatMap((most) => shares.map((share) => ({ share, most })))
  const { share, most } =
    tries.find(({ share, most }) => boardOf(share, most, 1).height <= room.height) ?? tries.at(-1)!
  const field = { width: room.width * (1 - share), height: room.height }

  const heading = name.size * 1.6
  const sizes = ([left, right] as const).map((side, i) => drawSide(side, differences, i ? 'right' : 'left'))
  const [wide, tall] = [Math.max(...sizes.map(({ width }) => width)), sizes[0]!.height + sizes[1]!.height]
  const zoom = Math.min(field.width / wide, (field.height - 2 * heading - gap) / tall, 1)
  const isMap =
    Math.min(...sizes.flatMap(({ primitives }) => textsIn(primitives).map(({ size }) => size))) * zoom < type
  const unit = 1 / zoom
  const marks = Math.max(1, (type / discType) * unit)
  const draw = (side: Side, i: 0 | 1, top: number): Primitive => {
    const which = i ? 'right' : 'left'
    const scene = drawSide(side, differences, which, marks, isMap)
    const style = { ...name, size: name.size * unit }
    const title = line(
      names[i].join(' · '),
      margin * unit,
      top + name.size * unit,
      style,
      themes[side.look.theme].ink,
      language,
    )
    const at = { x: margin * unit, y: top + heading * unit }
    const id = i ? 'second' : 'first'
    return {
      kind: 'group',
      id,
      title: names[i].join(' · '),
      children: [title, ...named(moved(scene.primitives, at), id)],
    }
  }
  const all = tall * zoom + 2 * heading + gap
  const top = Math.max(margin, (stage.height - all) / 2) * unit
  const second = top + sizes[0]!.height + (heading + gap) * unit
  const board = boardOf(share, most, unit)
  const at = {
    x: (margin + field.width + gap) * unit,
    y: Math.max(margin * unit, (stage.height * unit - board.height) / 2),
  }
  return {
    ...sizes[0]!,
    width: stage.width * unit,
    height: Math.max(stage.height * unit, board.height + 2 * margin * unit),
    title: `${sizes[0]!.title} | ${sizes[1]!.title}`,
    primitives: [
      draw(left, 0, top),
      draw(right, 1, second),
      { kind: 'group', id: 'compared', children: moved(board.primitives, at) },
    ],
  }
}
