// All steps at once, to jump to one: by a press, by the arrow keys and Enter, or by number.
import { useEffect, useRef, type KeyboardEvent } from 'react'
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
      <ol className="talk-overview" aria-label={say('talk.overview')} onKeyDown={walk}>
        {talk.steps.map(({ index, step }) => (
          <li key={index}>
            <button
              type="button"
              ref={index === current ? chosen : undefined}
              aria-current={index === current ? 'step' : undefined}
              onClick={() => onChoose(index)}
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

/** The focus goes along the rows and columns as they are seen. */
function walk(event: KeyboardEvent<HTMLElement>) {
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const at = buttons.findIndex((each) => each === document.activeElement)
  const [first, ...others] = buttons.map((each) => each.getBoundingClientRect().y)
  const columns = 1 + others.filter((y) => y === first).length
  const to = {
    ArrowLeft: at - 1,
    ArrowRight: at + 1,
    ArrowUp: at - columns,
    ArrowDown: at + columns,
    Home: 0,
    End: buttons.length - 1,
  }[event.key]
  if (to === undefined || at < 0) return
  event.preventDefault()
  event.stopPropagation()
  buttons[to]?.focus()
}
