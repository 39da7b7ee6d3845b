// The advance of every sign that the two bundled fonts have, in ems, and the kerning of Arimo.

import { arimoBold, arimoBoldKerns, arimoRegular, arimoRegularKerns } from './arimo'
import { notoSansMath } from './math'

export type Weight = 400 | 700

export interface Metrics {
  /** By character code, for a walk over ASCII without a look-up. */
  readonly ascii: Float64Array
  /** By `first * 128 + second`. */
  readonly asciiKerns: Float64Array
  readonly advances: ReadonlyMap<number, number>
  /** By `first * kernBase + second`. */
  readonly kerns: ReadonlyMap<number, number>
}

/** More than any code point. */
export const kernBase = 0x200000

const arimoUnits = 2048
const mathUnits = 1000

export const metrics: Readonly<Record<Weight, Metrics>> = {
  400: metricsOf(arimoRegular, arimoRegularKerns),
  700: metricsOf(arimoBold, arimoBoldKerns),
}

/** There is one weight only; a browser that makes it bold leaves the advances alone. */
export const mathAdvances: ReadonlyMap<number, number> = unpack(notoSansMath, mathUnits)

function metricsOf(packed: string, rows: typeof arimoRegularKerns): Metrics {
  const advances = unpack(packed, arimoUnits)
  const ascii = Float64Array.from({ length: 128 }, (_, code) => advances.get(code) ?? 0)
  // A tab or a line break inside a line is painted as a space.
  for (const code of [9, 10, 13]) ascii[code] = ascii[32] ?? 0
  const asciiKerns = new Float64Array(128 * 128)
  const kerns = new Map<number, number>()
  for (const [left, value, rights] of rows) {
    const first = left.charCodeAt(0)
    const kern = Number(value) / arimoUnits
    for (const right of rights) {
      const second = right.charCodeAt(0)
      kerns.set(first * kernBase + second, kern)
      if (first < 128 && second < 128) asciiKerns[first * 128 + second] = kern
    }
  }
  return { ascii, asciiKerns, advances, kerns }
}

/** Reads `start:advance,advance*times;start:…`, all numbers in base 36. */
function unpack(packed: string, unitsPerEm: number): Map<number, number> {
  const advances = new Map<number, number>()
  for (const block of packed.split(';')) {
    const [start = '', runs = ''] = block.split(':')
    let code = parseInt(start, 36)
    for (const run of runs.split(',')) {
      const [advance = '', times = '1'] = run.split('*')
      const ems = parseInt(advance, 36) / unitsPerEm
      for (let left = parseInt(times, 36); left > 0; left--) advances.set(code++, ems)
    }
  }
  return advances
}
