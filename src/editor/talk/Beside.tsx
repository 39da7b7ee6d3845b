// Two variants or phases of one diagram, side by side: the cameras are locked, what differs is marked, the numbers stand
// below each.
import { useEffect, useMemo, useRef, useState } from 'react'
import { say as words } from '../../document/words'
import type { LayOut } from '../../layout/layout'
import { render } from '../../render'
import type { Look } from '../../scene/look'
import { short } from '../../semantics/number'
import type { Analysis } from '../../semantics/analyse'
import { useSay } from '../strings/language'
import { framing } from './framing'
import type { Talk, TalkPicture } from './prepare'
import { TalkCanvas } from './TalkCanvas'
import { useSize } from '../useSize'
import { differing } from './differing'

interface BesideProps {
  readonly talk: Talk
  readonly index: number
  readonly look: Look
  readonly layOut: LayOut
}

export function Beside({ talk, index, look, layOut }: BesideProps) {
  const say = useSay()
  const half = useRef<HTMLDivElement>(null)
  const size = useSize(half)
  const left = talk.picture(index, look)
  const { step } = talk.steps[index]!
  const [right, setRight] = useState<TalkPicture>()
  useEffect(() => {
    if (!left || !step.beside) return
    let isOver = false
    const view = { ...left.view, ...step.beside }
    render(talk.diagram, view, left.look, layOut).then(
      (picture) => !isOver && setRight({ ...picture, view, look: left.look }),
      () => undefined,
    )
    return () => {
      isOver = true
    }
  }, [left, step, talk, layOut])

  // One camera for both: that of the larger picture.
  const camera = useMemo(() => {
    if (!left || !right || !size) return undefined
    const larger = left.layout.width > right.layout.width ? left : right
    return framing('all', [], larger.layout, larger.scene, size, size)
  }, [left, right, size])
  const marked = useMemo(() => (left && right ? differing(left, right) : undefined), [left, right])
  return (
    <div className="talk-beside">
      {([marked?.left ?? left, marked?.right ?? right] as const).map((picture, i) => (
        <figure key={i}>
          <div ref={i === 0 ? half : undefined} className="talk-half">
            <TalkCanvas picture={picture} camera={camera} label={nameOf(picture)} />
          </div>
          <figcaption>
            <b>{nameOf(picture)}</b>
            {picture && <Numbers analysis={picture.analysis} />}
          </figcaption>
        </figure>
      ))}
      <p className="visually-hidden" aria-live="polite">
        {marked ? say('talk.differing', { count: marked.count }) : ''}
      </p>
    </div>
  )
}

function nameOf(picture: TalkPicture | undefined): string {
  if (!picture) return ''
  const { analysis, view } = picture
  return [
    analysis.variant && (words(analysis.variant.label, view.language) || analysis.variant.id),
    words(analysis.phase?.label, view.language),
  ]
    .filter(Boolean)
    .join(' · ')
}

function Numbers({ analysis }: { readonly analysis: Analysis }) {
  const say = useSay()
  const { params, flops } = analysis.total
  const share = params.total > 0n ? Number((params.trainable * 1000n) / params.total) / 10 : 0
  const numbers = [
    [say('facts.parameters'), short(params.total)],
    [say('facts.forward'), short(flops.forward)],
    [say('facts.training'), short(flops.training)],
    [say('talk.trainable'), `${share} %`],
  ] as const
  return (
    <dl className="talk-numbers">
      {numbers.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
