// The view that a step of the lecture asks for.
import type { Diagram } from '../document/schema'
import type { Shows } from '../document/steps'
import { viewOf, type View } from './view'

export function viewOfStep(diagram: Diagram, shows: Shows, overrides: Partial<View> = {}): View {
  const { variant, phase, unfolded, shapes } = shows
  return viewOf(diagram, {
    shapes,
    unfolded: new Set(unfolded),
    ...(variant !== undefined && { variant }),
    ...(phase !== undefined && { phase }),
    ...overrides,
  })
}
