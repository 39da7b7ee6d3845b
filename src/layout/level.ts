// Lays out one level whose nodes have sizes and whose containers have ports: the steps from ELK to a finished level.
import type { Engine } from './elk'
import { layered } from './elk'
import type { Flow, Padding, Placed, Spacing } from './flow'
import { straightened } from './straighten'
import { ranksOf, straightnessOf, withCircleSides } from './spine'

export interface LevelStyle {
  readonly spacing: Spacing
  readonly padding: Padding
}

export async function layOutLevel(engine: Engine, flow: Flow, style: LevelStyle): Promise<Placed> {
  const ranks = ranksOf(flow)
  const prepared = withCircleSides(flow, ranks)
  const placed = await layered(engine, {
    flow: prepared,
    ...style,
    choice: { layering: 'short', modelOrder: true },
    straightness: straightnessOf(prepared, ranks),
  })
  return straightened(prepared, placed, ranks, style.spacing, style.padding)
}
