// One node in the outline: what it is called, how often it is there, whether it learns, what it weighs.
import { Blend, ChevronDown, ChevronRight, CircleDashed, Flame, Snowflake, TriangleAlert } from 'lucide-react'
import type { Language } from '../../document/schema'
import type { Analysis } from '../../semantics/analyse'
import { grouped, short } from '../../semantics/number'
import { repeatText } from '../../semantics/table/rows'
import { titleOf } from '../../semantics/title'
import type { TreeNode } from '../../semantics/tree'
import { useSay } from '../strings/language'
import type { OutlineRow } from './outline'

interface OutlineLineProps {
  readonly id: string
  readonly row: OutlineRow
  readonly analysis: Analysis
  readonly language: Language
  readonly isSelected: boolean
  readonly isActive: boolean
  readonly problem: string | undefined
  readonly onToggle: (path: string, isOpen: boolean) => void
  readonly onChoose: (isMany: boolean) => void
}

export function OutlineLine({ id, row, analysis, language, isSelected, isActive, problem, ...act }: OutlineLineProps) {
  const say = useSay()
  const { path, level, position, siblings, item, isOpen } = row
  const { params } = analysis.tallyAt(path)
  const state = stateOf(item, params)
  const title = titleOf(analysis.diagram, item, language)
  const count = repeatText(item)
  const Chevron = isOpen ? ChevronDown : ChevronRight
  return (
    <div
      id={id}
      className={`outline-line ${isActive ? 'is-active' : ''}`}
      role="treeitem"
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-expanded={isOpen}
      aria-selected={isSelected}
      aria-label={[title, count, state && say(`state.${state}`), params.total > 0n && short(params.total), problem]
        .filter(Boolean)
        .join(', ')}
      style={{ paddingLeft: 4 + (level - 1) * 14 }}
      title={path}
      onClick={(event) => act.onChoose(event.shiftKey || event.ctrlKey || event.metaKey)}
    >
      <span
        className="outline-chevron"
        aria-hidden="true"
        onClick={(event) => {
          if (isOpen === undefined) return
          event.stopPropagation()
          act.onToggle(path, !isOpen)
        }}
      >
        {isOpen !== undefined && <Chevron size={14} />}
      </span>
      <span className={`outline-state is-${state ?? 'plain'}`} aria-hidden="true">
        <StateIcon state={state} />
      </span>
      <span className="outline-title" title={title}>
        {title}
      </span>
      {count && <span className="outline-count">{count}</span>}
      {problem && <TriangleAlert className="outline-problem" size={12} aria-hidden="true" />}
      {params.total > 0n && (
        <span className="outline-number" title={grouped(params.total)}>
          {short(params.total)}
        </span>
      )}
    </div>
  )
}

function StateIcon({ state }: { readonly state: ReturnType<typeof stateOf> }) {
  switch (state) {
    case 'trainable':
      return <Flame size={13} />
    case 'frozen':
      return <Snowflake size={13} />
    case 'mixed':
      return <Blend size={13} />
    case 'absent':
      return <CircleDashed size={13} />
    case undefined:
      return null
  }
}

function stateOf(item: TreeNode, { trainable, frozen }: { trainable: bigint; frozen: bigint }) {
  if (item.state === 'absent') return 'absent'
  if (trainable > 0n && frozen > 0n) return 'mixed'
  if (trainable > 0n) return 'trainable'
  return frozen > 0n ? 'frozen' : undefined
}
