// Guesses where the nodes of a level will stand when sizes or spacing change, from where they stand now: the same columns,
// the same order. A guess costs next to nothing beside a layout, so only what promises most is laid out. Draws no lines.
import type { Box } from '../shared/geometry'
import type { Flow, FlowNode, Placed, Spacing } from './flow'

export interface Stand {
  readonly flow: Flow
  readonly placed: Placed
  readonly spacing: Spacing
}

/** Columns and rows as in `stand`, for the sizes in `nodes`. Exact along the flow where no lines run between columns. */
export function foreseen(
  stand: Stand,
  nodes: readonly FlowNode[],
  spacing: Spacing,
): Pick<Placed, 'nodes' | 'width' | 'height'> {
  const sizes = new Map(nodes.map((node) => [node.id, node]))
  const along = alongOf(stand, sizes, spacing)
  const across = acrossOf(stand, sizes, spacing)
  const boxes = new Map(
    nodes.map(({ id, width, height }): [string, Box] => [
      id,
      { x: along.at.get(id)!, y: across.at.get(id)!, width, height },
    ]),
  )
  return { nodes: boxes, width: along.end, height: across.end }
}

interface Places {
  readonly at: ReadonlyMap<string, number>
  readonly end: number
}

interface Column {
  readonly ids: string[]
  left: number
  right: number
}

function alongOf({ placed, spacing: old }: Stand, sizes: ReadonlyMap<string, FlowNode>, spacing: Spacing): Places {
  const columns: Column[] = []
  for (const [id, { x, width }] of [...placed.nodes].sort((a, b) => a[1].x - b[1].x)) {
    const last = columns.at(-1)
    if (last && x <= last.right) {
      last.ids.push(id)
      last.right = Math.max(last.right, x + width)
    } else columns.push({ ids: [id], left: x, right: x + width })
  }
  const labels = [...placed.routes.values()].flatMap(({ label }) => (label ? [label.x + label.width / 2] : []))
  const at = new Map<string, number>()
  let end = 0
  let reach = 0
  columns.forEach(({ ids, left, right }, index) => {
    const gap = left - reach
    if (index === 0) end += gap
    else if (labels.some((x) => x > reach && x < left)) end += gap + 2 * (spacing.along - old.along)
    else end += gap > old.along + 1 ? Math.max(gap, spacing.along) : gap + spacing.along - old.along
    const growth =
      Math.max(...ids.map((id) => sizes.get(id)!.width)) - Math.max(...ids.map((id) => placed.nodes.get(id)!.width))
    for (const id of ids) {
      const before = placed.nodes.get(id)!
      at.set(id, end + before.x - left + (growth - (sizes.get(id)!.width - before.width)) / 2)
    }
    end += right - left + growth
    reach = right
  })
  return { at, end: end + placed.width - reach }
}

/** Each node moves down by what those above it grow. */
function acrossOf({ placed, spacing: old }: Stand, sizes: ReadonlyMap<string, FlowNode>, spacing: Spacing): Places {
  const order = [...placed.nodes].sort((a, b) => a[1].y + a[1].height - b[1].y - b[1].height)
  const shifts = new Map<string, number>()
  const at = new Map<string, number>()
  let reach = 0
  let end = 0
  for (const [id, box] of order) {
    const above = order.filter(([, other]) => other.y + other.height <= box.y + 0.01)
    const shift = Math.max(
      0,
      ...above.map(
        ([other]) =>
          shifts.get(other)! + sizes.get(other)!.height - placed.nodes.get(other)!.height + spacing.across - old.across,
      ),
    )
    shifts.set(id, shift)
    at.set(id, box.y + shift)
    reach = Math.max(reach, box.y + box.height)
    end = Math.max(end, box.y + shift + sizes.get(id)!.height)
  }
  return { at, end: end + placed.height - reach }
}
