// A number in a cell of a table: short, exact on hovering, with a bar behind it where a share is known.
import { grouped, short } from '../../semantics/number'
import { percent } from '../../semantics/table/columns'

interface FigureProps {
  readonly value: bigint
  /** From 0 to 1. */
  readonly share?: number
  /** Of the bar. */
  readonly look?: string
}

export function Figure({ value, share, look = 'plain' }: FigureProps) {
  if (value === 0n) return <td className="is-number" />
  return (
    <td className="is-number" title={share === undefined ? grouped(value) : `${grouped(value)} · ${percent(share)}`}>
      {share !== undefined && share > 0 && (
        <span className={`bar is-${look}`} style={{ width: `${Math.max(1, share * 100)}%` }} />
      )}
      <span className="bar-text">{short(value)}</span>
    </td>
  )
}
