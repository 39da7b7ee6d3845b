// The way of the tokens as a line to drag along: held, put to a moment, played on.
import { Pause, Play } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import { useSay } from '../strings/language'
import { travelIn, type TalkPicture } from './prepare'
import { flowRest, type Flow } from './useFlow'

export function FlowBar({ flow, picture }: { readonly flow: Flow; readonly picture: TalkPicture }) {
  const say = useSay()
  const slider = useRef<HTMLInputElement>(null)
  const { forward, duration } = useMemo(() => travelIn(picture), [picture])
  const { mode, clock } = flow
  // The thumb follows the tokens without React.
  useEffect(() => {
    let frame = 0
    const follow = () => {
      const time = (clock?.() ?? 0) % (duration + flowRest)
      if (slider.current) slider.current.value = String(time)
      if (mode === 'playing') frame = requestAnimationFrame(follow)
    }
    follow()
    return () => cancelAnimationFrame(frame)
  }, [clock, duration, mode])
  const Icon = mode === 'playing' ? Pause : Play
  const label = say(mode === 'playing' ? 'talk.hold' : 'talk.flow')
  return (
    <div className="talk-flow">
      <button type="button" className="tool" aria-label={label} title={label} onClick={flow.toggle}>
        <Icon size={18} aria-hidden="true" />
      </button>
      <input
        ref={slider}
        type="range"
        min={0}
        max={duration}
        step="any"
        defaultValue={0}
        aria-label={say('talk.moment')}
        onChange={(event) => flow.put(Number(event.target.value))}
      />
      {duration > forward + 1 && (
        <span className="talk-flow-ways" aria-hidden="true">
          <span style={{ flexGrow: forward }}>{say('talk.forward')}</span>
          <span style={{ flexGrow: duration - forward }}>{say('talk.backward')}</span>
        </span>
      )}
    </div>
  )
}
