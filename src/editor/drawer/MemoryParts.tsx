// What the optimiser of the phase that is shown keeps, part by part, beside the same model with nothing frozen.
import { useMemo } from 'react'
import type { Analysis } from '../../semantics/analyse'
import { bytesText, precisionOf, savedByFreezing, type PrecisionName } from '../../semantics/memory'
import { short } from '../../semantics/number'
import { percent } from '../../semantics/table/columns'
import { shareOf } from '../../semantics/table/rows'
import { useLanguage } from '../react'
import { useSay } from '../strings/language'

const parts = ['weights', 'gradients', 'master', 'moments'] as const

interface MemoryPartsProps {
  readonly analysis: Analysis
  readonly precision: PrecisionName
}

export function MemoryParts({ analysis, precision }: MemoryPartsProps) {
  const say = useSay()
  const language = useLanguage()
  const saving = useMemo(() => savedByFreezing(analysis, precision), [analysis, precision])
  if (!saving) return <p className="drawer-empty hint">{say('phases.noLoss')}</p>
  const { now, everything, training, trainingEverything } = saving
  const rows = [
    ['phases.now', now],
    ['phases.everything', everything],
  ] as const
  return (
    <div className="memory" data-testid="memory">
      {rows.map(([label, memory]) => (
        <div key={label} className="memory-row">
          <span>{say(label)}</span>
          <span
            className="memory-bar"
            role="img"
            aria-label={parts.map((part) => `${say(`phases.${part}`)} ${bytesText(memory[part])}`).join(', ')}
          >
            {parts.map((part) => (
              <span
                key={part}
                className={`is-${part}`}
                style={{ width: `${shareOf(memory[part], everything.total) * 100}%` }}
                title={`${say(`phases.${part}`)} ${bytesText(memory[part])}`}
              />
            ))}
          </span>
          <b className="number">{bytesText(memory.total)}</b>
        </div>
      ))}
      <p className="memory-key">
        {parts
          .filter((part) => everything[part] > 0n)
          .map((part) => (
            <span key={part}>
              <i className={`is-${part}`} /> {say(`phases.${part}`)} {bytesText(now[part])}
            </span>
          ))}
      </p>
      {trainingEverything > training && (
        <p className="hint">
          {say('phases.savedFlops', {
            flops: short(trainingEverything - training),
            share: percent(shareOf(trainingEverything - training, trainingEverything)),
          })}
        </p>
      )}
      <p className="hint">{precisionOf(precision).about[language]}</p>
    </div>
  )
}
