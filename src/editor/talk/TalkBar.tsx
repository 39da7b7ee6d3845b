// What a hand needs during a talk, at the lower edge; it fades when the hand rests.
import {
  ArrowLeft,
  ArrowRight,
  Eraser,
  Keyboard,
  LayoutGrid,
  MonitorSpeaker,
  PencilLine,
  Play,
  Sparkle,
  Square,
  X,
  type LucideIcon,
} from 'lucide-react'
import { useEffect, useState } from 'react'
import { useSay, type StringKey } from '../strings/language'
import type { InkTool } from './Ink'
import type { TalkAction } from './keys'

interface TalkBarProps {
  readonly index: number
  readonly count: number
  readonly tool: InkTool
  readonly isFlowing: boolean
  readonly act: (action: TalkAction) => void
}

export function TalkBar({ index, count, tool, isFlowing, act }: TalkBarProps) {
  const say = useSay()
  const isResting = useRest()
  const button = (action: TalkAction & string, Icon: LucideIcon, label: StringKey, isOn?: boolean) => (
    <button
      key={action}
      type="button"
      className={`tool ${isOn ? 'is-on' : ''}`}
      aria-label={say(label)}
      title={say(label)}
      aria-pressed={isOn}
      onClick={(event) => {
        act(action)
        event.currentTarget.closest<HTMLElement>('.talk')?.focus()
      }}
    >
      <Icon size={18} aria-hidden="true" />
    </button>
  )
  return (
    <div className={`talk-bar ${isResting ? 'is-resting' : ''}`} role="toolbar" aria-label={say('talk.bar')}>
      {button('back', ArrowLeft, 'talk.back')}
      <span className="talk-count">
        {index + 1} / {count}
      </span>
      {button('next', ArrowRight, 'talk.next')}
      {button('overview', LayoutGrid, 'talk.overview')}
      {button('flow', Play, 'talk.flow', isFlowing)}
      {button('laser', Sparkle, 'talk.laser', tool === 'laser')}
      {button('pen', PencilLine, 'talk.pen', tool === 'pen')}
      {button('erase', Eraser, 'talk.erase')}
      {button('black', Square, 'talk.black')}
      {button('presenter', MonitorSpeaker, 'talk.presenter')}
      {button('help', Keyboard, 'talk.keys')}
      {button('end', X, 'talk.end')}
    </div>
  )
}

const rest = 2500

function useRest(): boolean {
  const [isResting, setResting] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const wake = () => {
      setResting(false)
      clearTimeout(timer)
      timer = setTimeout(() => setResting(true), rest)
    }
    wake()
    window.addEventListener('pointermove', wake)
    window.addEventListener('focusin', wake)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pointermove', wake)
      window.removeEventListener('focusin', wake)
    }
  }, [])
  return isResting
}
