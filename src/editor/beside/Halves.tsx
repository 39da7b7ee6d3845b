// Two pictures side by side: the cameras are locked, what differs is marked, the numbers stand below each.
import { useMemo, useRef } from 'react'
import { grow, union } from '../../drawing/bounds'
import type { Language } from '../../document/schema'
import { drawSide, namesOf, type Side } from '../../scene/beside/beside'
import { countOf, differencesOf, type Differences } from '../../scene/beside/differences'
import { phrase, type Phrase } from '../../scene/phrases'
import { comparedNumbers } from '../../semantics/beside/numbers'
import { viewOn } from '../../scene/framing'
import type { Size } from '../../shared/geometry'
import { useSay } from '../strings/language'
import { TalkCanvas } from '../talk/TalkCanvas'
import { useSize } from '../useSize'
import { useLocked } from './useLocked'
import type { Right } from './useRight'

const margin = 28
/** Nearer than this, a small picture is all box. */
const most = 2.4

interface HalvesProps {
  readonly left: Side | undefined
  readonly right: Right
  /** What is missing, as the document calls it. */
  readonly name: string
  readonly language: Language
  readonly onPress?: () => void
}

export function Halves({ left, right: { side: right, isMissing }, name, language, onPress }: HalvesProps) {
  const say = useSay()
  const area = useRef<HTMLDivElement>(null)
  const half = useRef<HTMLDivElement>(null)
  const size = useSize(half)
  const whole = useSize(area)
  const told = useMemo(() => {
    if (!left || !right) return undefined
    const differences = differencesOf(left, right)
    return {
      differences,
      names: namesOf(left, right, language).map((lines) => lines.join(' · ')),
      numbers: comparedNumbers(left.analysis, right.analysis),
    }
  }, [left, right, language])
  const box = useMemo(
    () => (left && right ? grow(union(boxOf(left), boxOf(right))!, margin) : undefined),
    [left, right],
  )
  const isStacked = box !== undefined && whole !== undefined && isLargerStacked(box, whole)
  // One camera for both: that in which all of either is in view.
  const fitted = useMemo(() => {
    return box && size && viewOn(box, size, most)
  }, [box, size])
  const zoom = fitted?.zoom
  const sides = useMemo(() => {
    if (!left || !right || !told || zoom === undefined) return undefined
    // Seen small, the discs are drawn larger.
    const scale = Math.min(1.8, Math.max(1, 0.9 / zoom))
    return (['left', 'right'] as const).map((which) => {
      const side = which === 'left' ? left : right
      return { ...side, scene: drawSide(side, told.differences, which, scale) }
    })
  }, [left, right, told, zoom])
  const { camera, isHeld } = useLocked(area, '.beside-half', fitted, onPress)
  return (
    <div className="beside-area" ref={area} tabIndex={-1}>
      <div className={`beside-halves ${isStacked ? 'is-stacked' : ''}`}>
        {[0, 1].map((i) => (
          <figure key={i}>
            <div ref={i === 0 ? half : undefined} className="beside-half">
              {i === 1 && isMissing ? (
                <p className="beside-missing">{say('beside.missing', { name })}</p>
              ) : (
                <TalkCanvas picture={sides?.[i]} camera={camera} isHeld={isHeld} label={told?.names[i] ?? ''} />
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

/** Whether one above the other, with the numbers at the side, is larger than side by side with the numbers below. */
function isLargerStacked(box: Size, whole: Size): boolean {
  const beside = Math.min(whole.width / 2 / box.width, (whole.height * 0.72) / box.height)
  const stacked = Math.min((whole.width * 0.76) / box.width, (whole.height * 0.46) / box.height)
  return stacked > beside * 1.1
}

function boxOf({ layout: { width, height } }: Side) {
  return { x: 0, y: 0, width, height }
}

/** What the marks mean. */
function Key({
  differences: { changed, onlyLeft, onlyRight },
  language,
}: {
  readonly differences: Differences
  readonly language: Language
}) {
  const entries: (readonly [mark: string, name: Phrase])[] = [
    ...(changed.length ? ([['1', 'paired']] as const) : []),
    ...(onlyLeft.length ? ([['−', 'onlyLeft']] as const) : []),
    ...(onlyRight.length ? ([['+', 'onlyRight']] as const) : []),
    ['', 'same'],
  ]
  return (
    <p className="beside-key">
      {entries.map(([mark, name]) => (
        <span key={name}>
          {mark && <i aria-hidden="true">{mark}</i>} {phrase(name, language)}
        </span>
      ))}
    </p>
  )
}
