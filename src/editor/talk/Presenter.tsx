// The window of the speaker: what is shown, what comes next, the notes, the clock. It follows the window with the picture and
// can lead it; when that one goes, it says so and waits.
import { useEffect, useMemo, useRef, useState } from 'react'
import { languages, type Diagram, type Language } from '../../document/schema'
import { say as words } from '../../document/words'
import type { LayOut } from '../../layout/layout'
import { plainLook } from '../../scene/look'
import { themeNames, type ThemeName } from '../../scene/scene'
import { ScenePreview } from '../dialogs/ScenePreview'
import { useSay } from '../strings/language'
import { deedOf, nothingOver } from './conduct'
import { isKeyOf, talkAction, type TalkAction } from './keys'
import { prepare } from '../../render'
import { prepareTalk, type Talk } from './prepare'
import { usePrepared } from './usePrepared'
import { awaitEnd, openLine, type TalkLine, type TalkState } from './sync'
import { changedAddress, here } from '../address'

interface PresenterProps {
  readonly id: string
  readonly layOut: LayOut
  /** From text to a document. */
  readonly read: (text: string) => Diagram | undefined
  /** How the window with the picture speaks and looks; always the same function. */
  readonly onGiven: (language: Language, theme: ThemeName) => void
}

export function Presenter({ id, layOut, read, onGiven }: PresenterProps) {
  const say = useSay()
  const line = useRef<TalkLine>(undefined)
  const [given, setGiven] = useState<{
    readonly diagram: Diagram
    readonly language: Language
    readonly theme: ThemeName
  }>()
  const [state, setState] = useState<TalkState>()
  const [isLost, setLost] = useState(false)
  useEffect(() => {
    let turns = 0
    const opened = openLine(id, (message) => {
      if (message.kind === 'document') {
        const diagram = read(message.text)
        const language = languages.find((each) => each === message.language) ?? 'en'
        const theme = themeNames.find((each) => each === message.theme) ?? 'light'
        const turn = ++turns
        // Without their shapes formulas are drawn as they are written.
        const give = () => turn === turns && diagram && setGiven({ diagram, language, theme })
        if (diagram)
          void prepare(diagram)
            .catch(() => undefined)
            .then(give)
        onGiven(language, theme)
      }
      if (message.kind === 'state') {
        setState(message)
        setLost(false)
      }
      if (message.kind === 'end') setLost(true)
    })
    line.current = opened
    opened.send({ kind: 'hello' })
    return () => opened.close()
  }, [id, read, onGiven])

  const isThere = state !== undefined && !isLost
  useEffect(() => {
    if (!isThere) return
    return awaitEnd(id, () => {
      setLost(true)
      // Should it be there after all, it answers.
      line.current?.send({ kind: 'hello' })
    })
  }, [id, isThere])

  const talk = useMemo(() => given && prepareTalk(given.diagram, { language: given.language }, layOut), [given, layOut])
  usePrepared(talk)

  if (!given || !talk || !state) return <p className="presenter-wait">{say('presenter.waiting')}</p>
  const { index } = state
  const at = Math.min(index, talk.steps.length - 1)
  const { step } = talk.steps[at]!
  const last = talk.steps.length - 1
  const act = (action: TalkAction) => {
    if (!isLost) return line.current?.send({ kind: 'act', action })
    // Without the other window the speaker goes on alone, and it comes back at this step.
    const deed = deedOf(action, { ...nothingOver, at, last, asks: false, flows: false })
    if (deed.kind === 'go') setState({ ...state, index: deed.to })
  }
  return (
    <div
      className="presenter"
      tabIndex={-1}
      ref={takeFocus}
      onKeyDown={(event) => {
        const action = talkAction(event)
        if (!action || !isForPicture(action) || isKeyOf(event.target as Element, event)) return
        event.preventDefault()
        act(action)
      }}
    >
      <header>
        <b>
          {at + 1} / {talk.steps.length}
        </b>
        <Clock began={state.began} />
        {isLost && (
          <>
            <span className="presenter-lost">{say('presenter.lost')}</span>
            <button type="button" className="button" onClick={() => openPicture(at)}>
              {say('presenter.reopen')}
            </button>
          </>
        )}
        {state.blank && <span className="presenter-lost">{say('presenter.blank')}</span>}
      </header>
      <Shown
        talk={talk}
        index={at}
        theme={given.theme}
        label={say('presenter.now')}
        width={620}
        language={given.language}
      />
      <Shown
        talk={talk}
        index={at + 1}
        theme={given.theme}
        label={say('presenter.next')}
        width={360}
        language={given.language}
      />
      <section className="presenter-notes" aria-label={say('steps.notes')} aria-live="polite">
        <h2>{words(step.title, given.language)}</h2>
        <p className="presenter-text">{words(step.text, given.language)}</p>
        {words(step.notes, given.language)
          .split('\n')
          .map((text, i) => (
            <p key={i}>{text}</p>
          ))}
      </section>
      <footer>
        <button type="button" className="button" onClick={() => act('back')}>
          {say('talk.back')}
        </button>
        <button type="button" className="button is-primary" onClick={() => act('next')}>
          {say('talk.next')}
        </button>
      </footer>
    </div>
  )
}

/** What the speaker sees the meaning of without looking at the other screen; that one ends the talk and holds the pens. */
function isForPicture(action: TalkAction): boolean {
  return typeof action === 'object' || forPicture.has(action)
}

const forPicture: ReadonlySet<TalkAction> = new Set<TalkAction>([
  'next',
  'back',
  'first',
  'last',
  'jump',
  'correct',
  'black',
  'white',
  'reveal',
  'erase',
  'flow',
  'forward',
  'backward',
  'large',
])

/** A new window for the room: of this talk, since a window inherits what the tab that opens it remembers of itself. */
function openPicture(index: number) {
  window.open(changedAddress(here(), { presenter: undefined, talk: index }))
}

/** Once, when it comes: what a hand focuses later keeps the focus. */
function takeFocus(element: HTMLElement | null) {
  element?.focus()
}

interface ShownProps {
  readonly talk: Talk
  readonly index: number
  readonly theme: ThemeName
  readonly label: string
  readonly width: number
  readonly language: Language
}

function Shown({ talk, index, theme, label, width, language }: ShownProps) {
  const look = { ...plainLook, theme }
  const step = talk.steps[index]
  return (
    <figure>
      <figcaption>
        {label}
        {step && `: ${words(step.step.title, language)}`}
      </figcaption>
      <ScenePreview
        scene={step && talk.picture(index, look)?.scene}
        width={width}
        height={Math.round((width * 9) / 16)}
      />
    </figure>
  )
}

/** The time of day, and how long the talk has gone on; a press sets it to nought. */
function Clock({ began }: { readonly began: number }) {
  const say = useSay()
  const [now, setNow] = useState(() => Date.now())
  const [from, setFrom] = useState(began)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [])
  const seconds = Math.max(0, Math.floor((now - from) / 1000))
  const two = (value: number) => String(value).padStart(2, '0')
  return (
    <>
      <time>{new Date(now).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })}</time>
      <button
        type="button"
        className="presenter-timer"
        title={say('presenter.restart')}
        onClick={() => setFrom(Date.now())}
      >
        {two(Math.floor(seconds / 60))}:{two(seconds % 60)}
      </button>
    </>
  )
}
