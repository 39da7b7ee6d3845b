// Tokens on their way during a talk: played, held, put to any moment. A step that lets them travel begins by itself.
import { useCallback, useMemo, useState } from 'react'
import { travelIn, type TalkPicture } from './prepare'

/** Between the last token's arrival and the next start, in seconds. */
export const flowRest = 0.8

export type FlowMode = 'off' | 'playing' | 'held'

export interface Flow {
  readonly mode: FlowMode
  /** The moment on the way, in seconds from the start; undefined when nothing travels. */
  readonly clock: (() => number) | undefined
  /** Plays, holds, goes on. */
  toggle(): void
  /** Holds at a moment. */
  put(seconds: number): void
  stop(): void
}

interface Kept {
  readonly step: number
  readonly mode: FlowMode
  /** The moment at which it was held or from which it plays. */
  readonly from: number
}

export function useFlow(step: number, isOwn: boolean): Flow {
  const [kept, setKept] = useState<Kept>()
  // What was done on another step is over.
  const now = useMemo<Kept>(
    () => (kept?.step === step ? kept : { step, mode: isOwn ? 'playing' : 'off', from: 0 }),
    [kept, step, isOwn],
  )
  const clock = useMemo(() => clockOf(now), [now])
  const set = useCallback((next: FlowMode, moment: number) => setKept({ step, mode: next, from: moment }), [step])
  return {
    mode: now.mode,
    clock,
    toggle: () => set(now.mode === 'playing' ? 'held' : 'playing', clock?.() ?? 0),
    put: (seconds) => set('held', seconds),
    stop: () => set('off', 0),
  }
}

/** Runs from when it is first asked. */
function clockOf({ mode, from }: Kept): Flow['clock'] {
  if (mode === 'off') return undefined
  if (mode === 'held') return () => from
  let began: number | undefined
  return () => {
    began ??= performance.now()
    return from + (performance.now() - began) / 1000
  }
}

/** So much later or earlier than now, within the way. */
export function momentBy({ clock }: Flow, picture: TalkPicture, seconds: number): number {
  const { duration } = travelIn(picture)
  const now = (clock?.() ?? 0) % (duration + flowRest)
  return Math.min(duration, Math.max(0, now + seconds))
}
