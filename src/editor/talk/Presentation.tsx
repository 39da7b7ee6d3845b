// The talk on the whole screen: one step at a time, by key, clicker, press or swipe. It holds its own pictures, so nothing
// that happens to the editor or to the other window stops it.
import { useCallback, useEffect, useMemo, useRef, useState, type CSSProperties } from 'react'
import { say as words } from '../../document/words'
import { plainLook } from '../../scene/look'
import { serialise } from '../../document/serialise'
import { useEditor, useEditorState } from '../react'
import { diagramOf, documentLanguageOf, themeOf } from '../state'
import { useSay } from '../strings/language'
import { Halves } from '../beside/Halves'
import { usePair } from '../beside/usePair'
import { FlowBar } from './FlowBar'
import { Ink } from './Ink'
import { LensView } from './LensView'
import { Overview } from './Overview'
import { TalkBar } from './TalkBar'
import { TalkCanvas } from './TalkCanvas'
import { Keys } from './Keys'
import { framing } from '../../scene/framing'
import { deedOf, nothingOver, type Over } from './conduct'
import type { TalkAction } from './keys'
import { useTalkKeys } from './useTalkKeys'
import { prepareTalk, withRevealed, type TalkPicture } from './prepare'
import { holdTalk, openLine, talkId, type TalkMessage } from './sync'
import { useAhead } from './useAhead'
import { momentBy, useFlow } from './useFlow'
import { usePrepared } from './usePrepared'
import { takeScreen, toggleScreen, useScreen } from './useScreen'
import { useSwipe } from './useSwipe'
import { useSize } from '../useSize'
import { changedAddress, here, showHere } from '../address'

export function Presentation() {
  const editor = useEditor()
  const say = useSay()
  const root = useRef<HTMLDivElement>(null)
  const stage = useRef<HTMLDivElement>(null)
  const language = useEditorState(documentLanguageOf)
  const theme = useEditorState(themeOf)
  const index = useEditorState(({ session }) => session.talk?.index ?? 0)
  // The document as it was when the talk began: edits elsewhere do not disturb it.
  const [diagram] = useState(() => diagramOf(editor.state()))
  // What is in focus has to be legible from the last row; a key brings the second lines back.
  const [isLarge, setLarge] = useState(true)
  const look = useMemo(() => ({ ...plainLook, theme, background: false, strong: true }), [theme])
  const talk = useMemo(
    () =>
      prepareTalk(
        diagram,
        { language, large: isLarge },
        editor.layOutThumbnail,
        editor.state().session.talk?.index ?? 0,
      ),
    [diagram, language, isLarge, editor],
  )
  usePrepared(talk)

  const last = talk.steps.length - 1
  const at = Math.min(index, last)
  const { step, shows } = talk.steps[at]!
  const [over, setOver] = useState(nothingOver)
  const { blank, tool } = over
  const put = useCallback((change: Partial<Over>) => setOver((before) => ({ ...before, ...change })), [])
  const [wipes, setWipes] = useState(0)
  const [revealed, setRevealed] = useState<ReadonlySet<string>>(new Set())
  const [live, setLive] = useState<{ readonly step: number; readonly picture: TalkPicture }>()
  const [began] = useState(() => Date.now())

  useScreen(root)

  const go = useCallback(
    (to: number) => {
      const next = Math.min(last, Math.max(0, to))
      put({ ...nothingOver, tool })
      setRevealed(new Set())
      setLive(undefined)
      editor.setSession({ talk: { index: next } })
      const words_ = talk.steps[next]!.step
      editor.announce([words(words_.title, language), words(words_.text, language)].filter(Boolean).join('. '))
    },
    [editor, language, last, put, talk, tool],
  )
  const end = useCallback(() => editor.setSession({ talk: undefined }), [editor])

  const flow = useFlow(at, shows.flow)
  const isLens = step.lens !== undefined
  // Beneath a lens nothing is drawn and nothing moves: it would cost the frames in which the lens comes.
  const drawn = isLens ? undefined : talk.picture(at, look)
  const picture = live?.step === at ? live.picture : drawn
  const asks = isAsking(picture, revealed)
  const flows = flow.mode !== 'off' && !shows.flow

  const act = useCallback(
    (action: TalkAction) => {
      const deed = deedOf(action, { ...over, at, last, asks, flows })
      switch (deed.kind) {
        case 'go':
          return go(deed.to)
        case 'over':
          return put(deed.change)
        case 'reveal':
          return setRevealed(new Set(allIn(picture)))
        case 'erase':
          return setWipes((count) => count + 1)
        case 'screen':
          return toggleScreen(root.current)
        case 'wholeScreen':
          return takeScreen(root.current)
        case 'large':
          setLive(undefined)
          return setLarge((before) => !before)
        case 'flow':
          return flow.toggle()
        case 'scrub':
          return picture && flow.put(momentBy(flow, picture, deed.seconds))
        case 'stopFlow':
          return flow.stop()
        case 'presenter':
          return openPresenter()
        case 'end':
          return end()
      }
    },
    [asks, at, end, flow, flows, go, last, over, picture, put],
  )

  useLine({ index: at, blank, began }, (message, send) => {
    if (message.kind === 'hello') send({ kind: 'document', text: serialise(diagram), language, theme })
    else if (message.kind === 'act') act(message.action)
  })
  useSwipe(stage, (way) => act(way))
  useTalkKeys(root, over.digits !== '', act)
  useTalkInAddress(at)

  const lens = talk.lens(at)
  const size = useSize(stage)
  const screen = useSize(root)
  const shownPicture = picture && withRevealed(picture, revealed)
  const camera = useMemo(
    () =>
      picture && size && screen
        ? framing(live ? 'all' : shows.camera, live ? [] : shows.focus, picture.layout, picture.scene, size, screen)
        : undefined,
    [picture, size, screen, shows, live],
  )
  const paired = usePair(
    talk.diagram,
    isLens ? undefined : step.beside,
    screen && drawn,
    editor.layOutThumbnail,
    screen,
  )
  useAhead(talk, at, look, language, editor.layOutThumbnail, screen)
  const isWaiting = !isLens && (step.beside ? !paired.pair && !paired.isMissing : !shownPicture)
  const pressBeside = useCallback(() => act('next'), [act])
  const title = words(step.title, language)
  const text = words(step.text, language)

  return (
    <div
      ref={root}
      className="talk"
      role="dialog"
      aria-modal="true"
      aria-label={say('talk.label')}
      tabIndex={-1}
      style={screen && ({ '--lens-zoom': Math.max(0.8, screen.height / 720) } as CSSProperties)}
    >
      <div ref={stage} className="talk-stage">
        {step.beside && !isLens ? (
          <Halves
            paired={paired}
            screen={screen}
            name={step.beside.diagram ?? ''}
            language={language}
            onPress={pressBeside}
          />
        ) : (
          <TalkCanvas
            picture={shownPicture}
            camera={camera}
            clock={isLens ? undefined : flow.clock}
            label={[title, text].filter(Boolean).join('. ')}
            onPress={(node) => {
              if (tool === 'pen') return
              if (node && picture?.look.quiz && !revealed.has(node.path))
                return setRevealed(new Set([...revealed, node.path]))
              if (!node?.foldable) return act('next')
              const open = new Set(picture!.view.unfolded)
              if (!open.delete(node.path)) open.add(node.path)
              void talk.live(at, open, look).then(
                (made) => setLive({ step: at, picture: made }),
                () => undefined,
              )
            }}
          />
        )}
        {lens && <LensView key={at} open={lens} theme={theme} language={language} />}
        {step.lens && !lens && <p className="talk-wait">{say('lens.unknown', { kind: step.lens.kind })}</p>}
        {isWaiting && <p className="talk-wait">{say('talk.preparing')}</p>}
      </div>
      <div className="talk-words" aria-live="polite">
        {title && <h2>{title}</h2>}
        {text && <p>{text}</p>}
      </div>
      <Ink tool={tool} page={`${at} ${wipes}`} />
      {over.digits && <div className="talk-digits">{over.digits}</div>}
      {blank && (
        <button
          type="button"
          className={`talk-blank is-${blank}`}
          aria-label={say('talk.unblank')}
          onClick={() => put({ blank: undefined })}
        />
      )}
      {over.isOverview && <Overview talk={talk} look={look} current={at} language={language} onChoose={go} />}
      {over.isHelp && <Keys onClose={() => put({ isHelp: false })} />}
      {flow.mode !== 'off' && picture && !isLens && !step.beside && <FlowBar flow={flow} picture={picture} />}
      <TalkBar index={at} count={talk.steps.length} tool={tool} isFlowing={flow.mode !== 'off'} act={act} />
    </div>
  )
}

/** Something of a quiz is still kept back. */
function isAsking(picture: TalkPicture | undefined, revealed: ReadonlySet<string>): boolean {
  return picture?.look.quiz !== undefined && allIn(picture).some((id) => !revealed.has(id))
}

function allIn(picture: TalkPicture | undefined): string[] {
  if (!picture) return []
  return [...picture.layout.nodes.keys(), ...picture.layout.edges.keys()]
}

function openPresenter() {
  // With the name of a built-in diagram, so that the window for the room can be opened from there.
  const url = changedAddress(here(), { hash: undefined, talk: undefined, presenter: talkId() })
  window.open(url, 'frieze-presenter', 'width=1100,height=700')
}

/** Says what is shown to the window with the notes, and hears what it asks for. */
function useLine(
  state: { readonly index: number; readonly blank: 'black' | 'white' | undefined; readonly began: number },
  hear: (message: TalkMessage, send: (message: TalkMessage) => void) => void,
) {
  const heard = useRef(hear)
  const told = useRef(state)
  useEffect(() => {
    heard.current = hear
    told.current = state
  })
  const line = useRef<ReturnType<typeof openLine>>(undefined)
  useEffect(() => {
    const opened = openLine(talkId(), (message) => {
      heard.current(message, opened.send)
      if (message.kind === 'hello') opened.send({ kind: 'state', ...told.current })
    })
    line.current = opened
    const release = holdTalk(talkId())
    return () => {
      release()
      opened.send({ kind: 'end' })
      opened.close()
    }
  }, [])
  const { index, blank, began } = state
  useEffect(() => line.current?.send({ kind: 'state', index, blank, began }), [index, blank, began])
}

/** A reload in the middle of a talk comes back to the same step. */
function useTalkInAddress(index: number) {
  useEffect(() => showHere({ talk: index }), [index])
  useEffect(() => () => showHere({ talk: undefined }), [])
}
