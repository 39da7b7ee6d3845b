// Systems side by side as a figure: a table with each size as a dot on a logarithmic line and what is trained as a bar.
import { families } from '../document/families'
import type { Language } from '../document/schema'
import { say } from '../document/words'
import { measure } from '../drawing/measure'
import type { Primitive } from '../drawing/primitives'
import { short } from '../semantics/number'
import { headingOf, isNumber, rowsFor, systemCell, systemTables, type SystemTable } from '../semantics/systems/columns'
import type { SystemRow } from '../semantics/systems/systems'
import { shareOf } from '../semantics/table/rows'
import type { Look } from './look'
import { phrase } from './phrases'
import type { Scene } from './scene'
import { line, type TextStyle } from './text'
import { themes, type Theme } from './themes'

const margin = 48
const rowHeight = 26
const gap = 26
const plotWidth = 260
const barWidth = 96
const styles = {
  title: { size: 24, weight: 700 },
  head: { size: 13, weight: 700 },
  family: { size: 13, weight: 700 },
  strong: { size: 14, weight: 700 },
  cell: { size: 14, weight: 400 },
  tick: { size: 12, weight: 400 },
} as const satisfies Record<string, TextStyle>

/** A figure has no room for what the bar shows already. */
const leftOut: readonly (keyof SystemRow)[] = ['family', 'phase', 'trainable', 'frozen', 'active']

type Cell = (row: SystemRow, x: number, y: number) => Primitive[]

interface Column {
  readonly heading: string
  readonly width: number
  readonly isNumber?: boolean
  /** Above the column, in place of the heading. */
  readonly head?: (x: number, y: number) => Primitive[]
  readonly draw: Cell
}

export function drawSystems(
  all: readonly SystemRow[],
  table: SystemTable,
  language: Language,
  { theme: name, background }: Look,
): Scene {
  const rows = rowsFor(table, all)
  const theme = themes[name]
  const columns = columnsOf(rows, table, language, theme)
  const places = placesOf(columns)
  const width = places.at(-1)! + columns.at(-1)!.width + margin
  const title = phrase(table === 'systems' ? 'systems' : 'perToken', language)
  const top = margin + 30
  const primitives: Primitive[] = [
    line(title, margin, margin + 14, styles.title, theme.ink, language),
    ...columns.flatMap(({ heading, width: room, isNumber, head }, i) => {
      const [x, y] = [places[i]!, top + 26]
      if (head) return head(x, y)
      return isNumber
        ? [line(heading, x + room, y, styles.head, theme.muted, language, 'end')]
        : [line(heading, x, y, styles.head, theme.muted, language)]
    }),
    rule(margin, top + 36, width - 2 * margin, theme.muted),
  ]
  let y = top + 40
  for (const { family, members } of grouped(rows, table, language)) {
    if (family) {
      y += 8
      primitives.push(line(family, margin, y + 18, styles.family, theme.muted, language))
      y += rowHeight
    }
    for (const row of members) {
      const children = columns.flatMap(({ draw }, i) => draw(row, places[i]!, y + 18))
      primitives.push({
        kind: 'group',
        id: `${row.name} ${row.variant}`.trim(),
        title: `${row.system} ${row.variant}`.trim(),
        children,
      })
      y += rowHeight
    }
  }
  const height = y + margin
  return {
    width,
    height,
    ...(background && { background: theme.page }),
    title,
    description: [...new Set(rows.map(({ system }) => system))].join(', '),
    primitives,
    origin: { x: margin, y: top },
  }
}

function columnsOf(rows: readonly SystemRow[], table: SystemTable, language: Language, theme: Theme): Column[] {
  return systemTables[table].columns
    .filter((id) => !leftOut.includes(id))
    .flatMap((id): Column[] => {
      const style = id === 'system' ? styles.strong : styles.cell
      const atRight = isNumber(id)
      const heading = headingOf(id, language)
      const text = (row: SystemRow) => systemCell(row, id, 'short')
      const room = Math.max(
        measure(heading, styles.head.size, 700),
        ...rows.map((row) => measure(text(row), style.size, style.weight)),
      )
      const ink = id === 'variant' ? theme.muted : theme.ink
      const cell: Cell = (row, x, y) => [
        atRight
          ? line(text(row), x + room, y, style, ink, language, 'end')
          : line(text(row), x, y, style, ink, language),
      ]
      const column = { heading, width: room, isNumber: atRight, draw: cell }
      const { plotted, hasFamilies } = systemTables[table]
      if (id !== plotted) return [column]
      return [column, plot(rows, id, theme, language), ...(hasFamilies ? [bar(theme, language)] : [])]
    })
}

/** A dot for each row on one logarithmic line, with a light line for each power of ten. */
function plot(rows: readonly SystemRow[], id: 'total' | 'perToken', theme: Theme, language: Language): Column {
  const powers = rows.flatMap((row) => ((row[id] ?? 0n) > 0n ? [Math.log10(Number(row[id]))] : []))
  const [least, most] = [Math.floor(Math.min(...powers)), Math.ceil(Math.max(...powers))]
  const place = (power: number) => ((power - least) / Math.max(1, most - least)) * plotWidth
  const ticks = powers.length ? Array.from({ length: most - least + 1 }, (_, i) => least + i) : []
  return {
    heading: '',
    width: plotWidth,
    head: (x, y) =>
      ticks.map((power) => line(short(10 ** power), x + place(power), y, styles.tick, theme.muted, language, 'middle')),
    draw(row, x, y) {
      const value = row[id]
      const lines = ticks.map((power) => stroke(x + place(power), y - 18, rowHeight, theme.nodes.absent.stroke))
      if (value === undefined || value <= 0n) return lines
      const at = x + place(Math.log10(Number(value)))
      return [...lines, dot(at, y - 5, 5, theme.nodes.frozen.accent)]
    },
  }
}

/** How much of it is trained; the rest is frozen. */
function bar(theme: Theme, language: Language): Column {
  return {
    heading: headingOf('trainable', language),
    width: barWidth,
    draw({ trainable, total }, x, y) {
      if (total <= 0n) return []
      const warm = shareOf(trainable, total) * barWidth
      const box = { kind: 'rect', y: y - 11, height: 12, stroke: 'none' } as const
      return [
        { ...box, x, width: barWidth, fill: theme.bar.frozen },
        ...(warm > 0 ? [{ ...box, x, width: warm, fill: theme.bar.trainable }] : []),
      ]
    },
  }
}

function placesOf(columns: readonly Column[]): number[] {
  let x = margin
  return columns.map(({ width }) => {
    const at = x
    x += width + gap
    return at
  })
}

/** By family in the order in which one would teach them; the second table has one group. */
function grouped(rows: readonly SystemRow[], table: SystemTable, language: Language) {
  if (!systemTables[table].hasFamilies) return [{ family: '', members: rows }]
  const order = [...families.map(({ label }) => say(label, language)), '']
  return order
    .map((family) => ({ family, members: rows.filter((row) => row.family === family) }))
    .filter(({ members }) => members.length > 0)
}

function rule(x: number, y: number, width: number, colour: string): Primitive {
  return { kind: 'path', d: `M${x} ${y}H${x + width}`, fill: 'none', stroke: colour, strokeWidth: 1 }
}

function stroke(x: number, y: number, height: number, colour: string): Primitive {
  return { kind: 'path', d: `M${x} ${y}V${y + height}`, fill: 'none', stroke: colour, strokeWidth: 0.6 }
}

function dot(x: number, y: number, radius: number, fill: string): Primitive {
  return {
    kind: 'rect',
    x: x - radius,
    y: y - radius,
    width: 2 * radius,
    height: 2 * radius,
    radius,
    fill,
    stroke: 'none',
  }
}
