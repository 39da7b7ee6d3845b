// A picture and what stands beside it, as soon as both are laid out.
import { useEffect, useState } from 'react'
import type { Beside, Diagram } from '../../document/schema'
import { besideIn } from '../../document/companions'
import type { LayOut } from '../../layout/layout'
import { renderPair, type Pair } from '../../pair'
import type { DrawnSide } from '../../scene/beside/beside'
import type { Size } from '../../shared/geometry'

export interface Paired {
  readonly pair?: Pair
  /** The document does not have the other, or it cannot be laid out. */
  readonly isMissing: boolean
}

const waiting: Paired = { isMissing: false }

interface Known {
  readonly diagram: Diagram
  readonly asked: Beside
  readonly on: string
  readonly coming: Promise<Paired>
  /** Once it is there. */
  paired?: Paired
}

const known = new WeakMap<DrawnSide, Known>()

function knownOf(diagram: Diagram, asked: Beside | undefined, left: DrawnSide | undefined, screen: Size | undefined) {
  const found = left && known.get(left)
  return found?.diagram === diagram && found.asked === asked && found.on === nameOf(screen) ? found : undefined
}

function nameOf(screen: Size | undefined): string {
  return screen ? `${screen.width} ${screen.height}` : ''
}

/** Lays them out once; from then on they are there as soon as they are wanted. On a `screen`, so that they can be read there. */
export function preparePair(
  diagram: Diagram,
  asked: Beside,
  left: DrawnSide,
  layOut: LayOut,
  screen?: Size,
): Promise<Paired> {
  const before = knownOf(diagram, asked, left, screen)
  if (before) return before.coming
  const coming = renderPair(diagram, asked, left, layOut, screen)
    .catch(() => undefined)
    .then((pair): Paired => {
      const paired = pair ? { pair, isMissing: false } : { isMissing: true }
      if (pair) entry.paired = paired
      // What failed is tried again.
      else if (known.get(left) === entry) known.delete(left)
      return paired
    })
  const entry: Known = { diagram, asked, on: nameOf(screen), coming }
  known.set(left, entry)
  return coming
}

/** `diagram` holds the companion that is asked for. */
export function usePair(
  diagram: Diagram,
  asked: Beside | undefined,
  left: DrawnSide | undefined,
  layOut: LayOut,
  screen?: Size,
): Paired {
  const [found, setFound] = useState<{ readonly of: DrawnSide; readonly by: Beside; readonly paired: Paired }>()
  useEffect(() => {
    if (!left || !asked || !besideIn(diagram, asked)) return
    let isOver = false
    void preparePair(diagram, asked, left, layOut, screen).then(
      (paired) => !isOver && setFound({ of: left, by: asked, paired }),
    )
    return () => {
      isOver = true
    }
  }, [diagram, asked, left, layOut, screen])
  if (asked && !besideIn(diagram, asked)) return { isMissing: true }
  const ready = knownOf(diagram, asked, left, screen)?.paired
  if (ready) return ready
  return found && found.of === left && found.by === asked ? found.paired : waiting
}
