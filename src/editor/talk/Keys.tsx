// The keys of a talk, for whoever asks.
import { useSay, type StringKey } from '../strings/language'

const rows: readonly (readonly [keys: string, label: StringKey])[] = [
  ['→  ↓  Space  PgDn', 'talk.next'],
  ['←  ↑  ⇧ Space  PgUp', 'talk.back'],
  ['1 … 99  ↵', 'talk.jump'],
  ['O', 'talk.overview'],
  ['B  .', 'talk.black'],
  ['W  ,', 'talk.white'],
  ['L', 'talk.laser'],
  ['D', 'talk.pen'],
  ['E', 'talk.erase'],
  ['A', 'talk.flow'],
  ['[  ]', 'talk.moment'],
  ['R', 'talk.reveal'],
  ['T', 'talk.large'],
  ['S', 'talk.presenter'],
  ['F  F5', 'talk.screen'],
  ['Esc', 'talk.end'],
]

export function Keys({ onClose }: { readonly onClose: () => void }) {
  const say = useSay()
  return (
    <div className="talk-sheet" role="note" tabIndex={0} aria-label={say('talk.keys')} onClick={onClose}>
      <dl>
        {rows.map(([keys, label]) => (
          <div key={label}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{say(label)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
