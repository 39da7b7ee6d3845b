// All steps at once, to jump to one.
import { useEffect, useRef } from 'react'
import type { Language } from '../../document/schema'
import { say as words } from '../../document/words'
import type { Look } from '../../scene/look'
import { ScenePreview } from '../dialogs/ScenePreview'
import { useSay } from '../strings/language'
import type { Talk } from './prepare'

interface OverviewProps {
  readonly talk: Talk
  readonly look: Look
  readonly current: number
  readonly language: Language
  readonly onChoose: (index: number) => void
}

export function Overview({ talk, look, current, language, onChoose }: OverviewProps) {
  const say = useSay()
  const chosen = useRef<HTMLButtonElement>(null)
  useEffect(() => chosen.current?.focus(), [])
  return (
    <div className="talk-sheet">
      <ol className="talk-overview" aria-label={say('talk.overview')}>
        {talk.steps.map(({ index, step }) => (
          <li key={index}>
            <button
              type="button"
              ref={index === current ? chosen : undefined}
              aria-current={index === current ? 'step' : undefined}
              onClick={(event) => {
                const talkElement = event.currentTarget.closest<HTMLElement>('.talk')
                onChoose(index)
                talkElement?.focus()
              }}
            >
              <ScenePreview scene={talk.picture(index, look)?.scene} width={240} height={135} />
              <span>
                {index + 1} {words(step.title, language)}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  )
}
