// The paths of a diagram that can be unfolded.
import type { Diagram } from '../document/schema'
import { analyse } from '../semantics/analyse'
import type { Setting } from '../semantics/setting'
import { everyNode } from '../semantics/tree'

/** Paths of all containers in a setting, outer before inner. */
export function everyPath(diagram: Diagram, setting: Setting): string[] {
  return [...everyNode(analyse(diagram, setting).tree)].filter((n) => n.inside).map((n) => n.path)
}
