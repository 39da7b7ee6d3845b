// The nodes of a diagram as a tree of lines: those that are folded on the canvas, too. Pure.
import type { Tree, TreeNode } from '../../semantics/tree'
import { parentOf } from '../../shared/path'

export interface OutlineRow {
  readonly path: string
  /** From 1. */
  readonly level: number
  /** Its place among those beside it, from 1, and how many these are. */
  readonly position: number
  readonly siblings: number
  readonly item: TreeNode
  /** Undefined where there is nothing inside. */
  readonly isOpen: boolean | undefined
}

/** The lines that are to be seen when these containers stand open in the outline. */
export function outlineRows(tree: Tree, open: ReadonlySet<string>): OutlineRow[] {
  const rows: OutlineRow[] = []
  const visit = ({ nodes }: Tree, level: number) => {
    const there = [...nodes.values()].filter((item) => !item.inference.absent)
    there.forEach((item, index) => {
      const isOpen = item.inside && open.has(item.path)
      rows.push({ path: item.path, level, position: index + 1, siblings: there.length, item, isOpen })
      if (item.inside && isOpen) visit(item.inside, level + 1)
    })
  }
  visit(tree, 1)
  return rows
}

/** Where the keys of a tree lead from a line; see the tree pattern of the ARIA practices. */
export type TreeMove =
  { readonly to: number } | { readonly open: readonly string[] } | { readonly close: string } | undefined

export function treeMove(rows: readonly OutlineRow[], at: number, key: string, page: number): TreeMove {
  const row = rows[at]
  if (!row) return rows.length > 0 ? { to: 0 } : undefined
  const last = rows.length - 1
  switch (key) {
    case 'ArrowDown':
      return { to: Math.min(last, at + 1) }
    case 'ArrowUp':
      return { to: Math.max(0, at - 1) }
    case 'Home':
      return { to: 0 }
    case 'End':
      return { to: last }
    case 'PageDown':
      return { to: Math.min(last, at + page) }
    case 'PageUp':
      return { to: Math.max(0, at - page) }
    case 'ArrowRight':
      if (row.isOpen === false) return { open: [row.path] }
      return row.isOpen ? { to: Math.min(last, at + 1) } : undefined
    case 'ArrowLeft': {
      if (row.isOpen) return { close: row.path }
      const parent = rows.findLastIndex((each, index) => index < at && each.level < row.level)
      return parent < 0 ? undefined : { to: parent }
    }
    case '*': {
      const parent = parentOf(row.path)
      const beside = rows.filter((each) => parentOf(each.path) === parent)
      return { open: beside.filter((each) => each.isOpen === false).map((each) => each.path) }
    }
    default:
      return undefined
  }
}

/** The next line, after this one, whose title begins with what was typed; all the way round. */
export function typedTo(titles: readonly string[], at: number, typed: string): number | undefined {
  const wanted = typed.toLocaleLowerCase()
  // One letter again and again goes on from match to match; more letters may still mean the line that has the focus.
  const first = typed.length > 1 ? at : at + 1
  for (let i = 0; i < titles.length; i++) {
    const index = (first + i) % titles.length
    if (titles[index]!.toLocaleLowerCase().startsWith(wanted)) return index
  }
  return undefined
}
