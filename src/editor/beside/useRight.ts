// What stands beside a picture, as soon as it is laid out.
import { useEffect, useState } from 'react'
import type { Beside, Diagram } from '../../document/schema'
import { besideIn } from '../../document/companions'
import type { LayOut } from '../../layout/layout'
import type { Side } from '../../scene/beside/beside'
import { renderBeside } from '../../talk'

export interface Right {
  readonly side?: Side
  /** The document does not have it, or it cannot be laid out. */
  readonly isMissing: boolean
}

const waiting: Right = { isMissing: false }

interface Known {
  readonly diagram: Diagram
  readonly asked: Beside
  readonly right: Right
}

const known = new WeakMap<Side, Known>()

function knownOf(diagram: Diagram, asked: Beside | undefined, left: Side | undefined): Right | undefined {
  const found = left && known.get(left)
  return found?.diagram === diagram && found.asked === asked ? found.right : undefined
}

/** Lays it out; from then on it is there as soon as it is wanted. `diagram` holds the companion that is asked for. */
export async function prepareRight(diagram: Diagram, asked: Beside, left: Side, layOut: LayOut): Promise<Right> {
  const before = knownOf(diagram, asked, left)
  if (before) return before
  const side = await renderBeside(diagram, asked, left.view, left.look, layOut).catch(() => undefined)
  const right = side ? { side, isMissing: false } : { isMissing: true }
  // What failed is tried again.
  if (side) known.set(left, { diagram, asked, right })
  return right
}

/** `diagram` holds the companion that is asked for. */
export function useRight(diagram: Diagram, asked: Beside | undefined, left: Side | undefined, layOut: LayOut): Right {
  const [found, setFound] = useState<{ readonly of: Side; readonly by: Beside; readonly right: Right }>()
  useEffect(() => {
    if (!left || !asked || !besideIn(diagram, asked)) return
    let isOver = false
    void prepareRight(diagram, asked, left, layOut).then((right) => !isOver && setFound({ of: left, by: asked, right }))
    return () => {
      isOver = true
    }
  }, [diagram, asked, left, layOut])
  if (asked && !besideIn(diagram, asked)) return { isMissing: true }
  const ready = knownOf(diagram, asked, left)
  if (ready) return ready
  return found && found.of === left && found.by === asked ? found.right : waiting
}
