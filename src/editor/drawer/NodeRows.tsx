// The rows of the table of nodes, with headings that sort and bars behind the numbers.
import { ArrowDown, ArrowUp } from 'lucide-react'
import { Tooltip } from 'radix-ui'
import { useEffect, useState } from 'react'
import { grouped, short } from '../../semantics/number'
import { percent } from '../../semantics/table/columns'
import type { NodeRow } from '../../semantics/table/rows'
import { reveal } from '../canvas/camera/reveal'
import { ExplanationBubble } from '../explaining/Explained'
import { isQuantity, type Quantity } from '../explaining/explanation'
import { useEditor, useSelection } from '../react'
import { useSay, type StringKey } from '../strings/language'
import { UnsureMark } from '../symbols/UnsureMark'
import type { Order, ShownColumn } from './NodeTable'

/** More would be slow to draw, and nobody scrolls that far: the filter finds the others. */
const most = 400

interface NodeRowsProps {
  readonly rows: readonly NodeRow[]
  readonly columns: readonly ShownColumn[]
  readonly order: Order | undefined
  /** In the order of the document, so titles are set in by their depth. */
  readonly isTree: boolean
  readonly onOrder: (order: Order | undefined) => void
}

export function NodeRows({ rows, columns, order, isTree, onOrder }: NodeRowsProps) {
  const say = useSay()
  const selection = useSelection()
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={say('drawer.nodes')}>
      <table className="figures-table" data-testid="node-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading key={column} column={column} order={order} onOrder={onOrder} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map((row) => (
            <Line
              key={row.path}
              row={row}
              columns={columns}
              depth={isTree ? row.depth : 0}
              isSelected={selection.includes(row.path)}
            />
          ))}
        </tbody>
      </table>
      {rows.length > most && <p className="hint drawer-empty">{say('drawer.more', { count: rows.length - most })}</p>}
      {rows.length === 0 && <p className="drawer-empty">{say('table.nothing')}</p>}
    </div>
  )
}

const isNumber = (column: ShownColumn) => !['title', 'state', 'shape'].includes(column)

/** Numbers begin with the largest, words with the first; the third press brings the order of the document back. */
function Heading({
  column,
  order,
  onOrder,
}: Pick<NodeRowsProps, 'order' | 'onOrder'> & { readonly column: ShownColumn }) {
  const say = useSay()
  const first = isNumber(column) ? 'descending' : 'ascending'
  const now = order?.column === column ? order.direction : undefined
  const next = (): Order | undefined => {
    if (now === undefined) return { column, direction: first }
    if (now === first) return { column, direction: first === 'ascending' ? 'descending' : 'ascending' }
    return undefined
  }
  const Icon = now === 'ascending' ? ArrowUp : ArrowDown
  return (
    <th scope="col" aria-sort={now ?? 'none'} className={isNumber(column) ? 'is-number' : undefined}>
      <button type="button" onClick={() => onOrder(next())}>
        {say(`table.${column}` as StringKey)}
        {now && <Icon size={12} aria-hidden="true" />}
      </button>
    </th>
  )
}

interface LineProps {
  readonly row: NodeRow
  readonly columns: readonly ShownColumn[]
  readonly depth: number
  readonly isSelected: boolean
}

function Line({ row, columns, depth, isSelected }: LineProps) {
  const editor = useEditor()
  const say = useSay()
  return (
    <tr className={isSelected ? 'is-selected' : undefined} onClick={() => reveal(editor, row.path)}>
      {columns.map((column) =>
        column === 'title' ? (
          <th key={column} scope="row" style={{ paddingLeft: 12 + depth * 14 }}>
            <button type="button" title={row.path} aria-current={isSelected || undefined}>
              {row.title}
            </button>
            {row.repeat && <span className="hint"> {row.repeat}</span>}
            {row.unsure && <UnsureMark title={`${say('facts.unsure')}: ${row.unsure}`} />}
          </th>
        ) : (
          <Cell key={column} row={row} column={column} />
        ),
      )}
    </tr>
  )
}

function Cell({ row, column }: { readonly row: NodeRow; readonly column: Exclude<ShownColumn, 'title'> }) {
  const say = useSay()
  const [isNear, setNear] = useState(false)
  const value = row[column]
  if (column === 'state')
    return <td className={`state-word is-${row.state ?? 'plain'}`}>{row.state && say(`state.${row.state}`)}</td>
  if (typeof value !== 'bigint') return <td className={column === 'shape' ? 'is-shape' : undefined}>{value}</td>
  const share = column === 'params' ? row.paramShare : column === 'forward' ? row.flopShare : undefined
  const text = value === 0n ? '' : short(value)
  const title = share === undefined ? grouped(value) : `${grouped(value)} · ${percent(share)}`
  return (
    <td
      className="is-number"
      title={value === 0n || isNear ? undefined : title}
      onPointerEnter={() => setNear(value !== 0n)}
      onPointerLeave={() => setNear(false)}
    >
      {share !== undefined && share > 0 && (
        <span className={`bar is-${row.state ?? 'plain'}`} style={{ width: `${Math.max(1, share * 100)}%` }} />
      )}
      {isNear && isQuantity(column) ? (
        <Behind path={row.path} quantity={column}>
          {text}
        </Behind>
      ) : (
        <span className="bar-text">{text}</span>
      )}
    </td>
  )
}

/** In milliseconds: who is on the way elsewhere is not spoken to. */
const patience = 400

/** What stands behind a number: only for the one to which the hand has come, of thousands. */
function Behind({
  path,
  quantity,
  children,
}: {
  readonly path: string
  readonly quantity: Quantity
  readonly children: string
}) {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setOpen(true), patience)
    return () => clearTimeout(timer)
  }, [])
  return (
    <Tooltip.Root open={isOpen} onOpenChange={(wanted) => wanted || setOpen(false)}>
      <Tooltip.Trigger asChild>
        <span className="bar-text">{children}</span>
      </Tooltip.Trigger>
      <ExplanationBubble quantity={quantity} path={path} />
    </Tooltip.Root>
  )
}
