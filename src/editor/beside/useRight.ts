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

/** `diagram` holds the companion that is asked for. */
export function useRight(diagram: Diagram, asked: Beside | undefined, left: Side | undefined, layOut: LayOut): Right {
  const [found, setFound] = useState<{ readonly of: Side; readonly by: Beside; readonly right: Right }>()
  useEffect(() => {
    if (!left || !asked || !besideIn(diagram, asked)) return
    let isOver = false
    const tell = (right: Right) => !isOver && setFound({ of: left, by: asked, right })
    renderBeside(diagram, asked, left.view, left.look, layOut).then(
      (side) => tell(side ? { side, isMissing: false } : { isMissing: true }),
      () => tell({ isMissing: true }),
    )
    return () => {
      isOver = true
    }
  }, [diagram, asked, left, layOut])
  if (asked && !besideIn(diagram, asked)) return { isMissing: true }
  return found && found.of === left && found.by === asked ? found.right : waiting
}
