// Two pictures side by side: the cameras are locked, what differs is marked, the numbers of both stand below each.
import { useMemo, useRef } from 'react'
import type { Language } from '../../document/schema'
import { drawSide, namesOf, toldOf } from '../../scene/beside/beside'
import { countOf, type Differences } from '../../scene/beside/differences'
import { discType, meaningsIn } from '../../scene/beside/marks'
import { cameras, isBetterStacked } from '../../scene/beside/sharing'
import { leastText } from '../../scene/framing'
import { phrase } from '../../scene/phrases'
import { comparedNumbers } from '../../semantics/beside/numbers'
import type { Size } from '../../shared/geometry'
import { useSay } from '../strings/language'
import { TalkCanvas } from '../talk/TalkCanvas'
import { useSize } from '../useSize'
import { useLocked } from './useLocked'
import type { Paired } from './usePair'

interface HalvesProps {
  readonly paired: Paired
  /** What is missing, as the document calls it. */
  readonly name: string
  readonly language: Language
  /** What differs has to be read from the last row of a room with this screen; absent: both are seen as wholes. */
  readonly screen?: Size | undefined
  readonly onPress?: () => void
}

export function Halves({ paired: { pair, isMissing }, name, language, screen, onPress }: HalvesProps) {
  const say = useSay()
  const area = useRef<HTMLDivElement>(null)
  const half = useRef<HTMLDivElement>(null)
  const size = useSize(half)
  const whole = useSize(area)
  const told = useMemo(() => {
    if (!pair) return undefined
    const [left, right] = pair
    return {
      differences: toldOf(left, right),
      names: namesOf(left, right, language).map((lines) => lines.join(' · ')),
      numbers: comparedNumbers(left.analysis, right.analysis),
    }
  }, [pair, language])
  const isStacked = useMemo(
    () => pair !== undefined && whole !== undefined && isBetterStacked(...pair, told!.differences, whole, screen),
    [pair, told, whole, screen],
  )
  const fitted = useMemo(
    () => (pair && size ? cameras(...pair, told!.differences, size, screen) : undefined),
    [pair, told, size, screen],
  )
  const zoom = fitted?.zoom
  const sides = useMemo(() => {
    if (!pair || !told || zoom === undefined) return undefined
    // Seen small, the discs are drawn larger; in a room as large as what has to be read there.
    const scale = Math.max(1, screen ? (leastText * screen.height) / (discType * zoom) : Math.min(1.8, 0.9 / zoom))
    return (['left', 'right'] as const).map((which, i) => {
      const side = pair[i]!
      return { ...side, scene: drawSide(side, told.differences, which, scale) }
    })
  }, [pair, told, zoom, screen])
  const { cameras: now, isHeld } = useLocked(area, '.beside-half', fitted?.cameras, onPress)
  return (
    <div className="beside-area" ref={area} tabIndex={-1}>
      <div className={`beside-halves ${isStacked ? 'is-stacked' : ''}`}>
        {[0, 1].map((i) => (
          <figure key={i}>
            <div ref={i === 0 ? half : undefined} className="beside-half">
              {i === 1 && isMissing ? (
                <p className="beside-missing">{say('beside.missing', { name })}</p>
              ) : (
                <TalkCanvas picture={sides?.[i]} camera={now?.[i]} isHeld={isHeld} label={told?.names[i] ?? ''} />
              )}
            </div>
            <figcaption>
              <b>{told?.names[i]}</b>
              <dl className="beside-numbers">
                {told?.numbers.map((each) => (
                  <div key={each.name.en}>
                    <dt>{each.name[language]}</dt>
                    <dd>
                      {i === 0 ? each.left : each.right}
                      {i === 1 && each.ratio && <small> {each.ratio}</small>}
                    </dd>
                  </div>
                ))}
              </dl>
            </figcaption>
          </figure>
        ))}
      </div>
      {told && <Key differences={told.differences} language={language} />}
      <p className="visually-hidden" aria-live="polite">
        {told ? say('talk.differing', { count: countOf(told.differences) }) : ''}
      </p>
    </div>
  )
}

/** What the marks mean. */
function Key({ differences, language }: { readonly differences: Differences; readonly language: Language }) {
  return (
    <p className="beside-key">
      {meaningsIn(differences).map(({ mark, name }) => (
        <span key={name}>
          {mark !== undefined && <i aria-hidden="true">{mark}</i>} {phrase(name, language)}
        </span>
      ))}
    </p>
  )
}
