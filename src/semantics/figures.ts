// Published figures beside what is computed, as rows for tables: met, explained, or neither.
import { basisText } from '../document/basis'
import type { Diagram } from '../document/schema'
import { say } from '../document/words'
import { grouped } from './number'
import { comparePublished, type Compared } from './published'

export type Verdict = 'met' | 'explained' | 'not met'

export interface FigureRow {
  /** Of what: variant, nodes, quantity, symbols set by hand. */
  readonly variant: string
  readonly what: string
  readonly published: string
  readonly computed: string
  readonly difference: string
  readonly tolerance: string
  readonly verdict: Verdict
  /** The id of the source and the place in it. */
  readonly source: string
  readonly note: string
}

export function figureRows(diagram: Diagram): FigureRow[] {
  return comparePublished(diagram).map((compared) => {
    const { published, computed, difference, missing } = compared
    const { variant = '', node, phase, set = {}, quantity, source, place, basis, value, tolerance, note } = published
    const nodes = node === undefined ? 'whole' : [node].flat().join(' + ')
    const settings = [
      ...(phase === undefined ? [] : [`in ${phase}`]),
      ...Object.entries(set).map(([name, given]) => `${name} = ${given}`),
    ]
    const because = missing.length ? `There is no ${missing.join(', ')} in this setting.` : say(note, 'en')
    return {
      variant,
      what: [`${nodes}: ${quantity}`, ...settings].join(', '),
      published: grouped(value),
      computed: grouped(computed),
      difference: percent(difference, true),
      tolerance: tolerance <= 1e-8 ? 'exact' : percent(tolerance, false),
      verdict: verdictOf(compared),
      source: [source, say(place, 'en'), basisText(basis, 'en')].filter(Boolean).join(', '),
      note: because,
    }
  })
}

function verdictOf({ met, published, missing }: Compared): Verdict {
  if (met) return 'met'
  return !missing.length && published.unmet && say(published.note, 'en') ? 'explained' : 'not met'
}

/** Three digits that count: `+0.0123 %`. */
function percent(share: number, isSigned: boolean): string {
  const value = Math.abs(share) * 100
  if (value === 0) return '0'
  const places = Math.min(6, Math.max(1, 2 - Math.floor(Math.log10(value))))
  const digits =
    value < 1e-6
      ? '< 0.000001'
      : value
          .toFixed(places)
          .replace(/(\.\d*?)0+$/, '$1')
          .replace(/\.$/, '')
  return `${isSigned ? (share < 0 ? '−' : '+') : ''}${digits} %`
}
