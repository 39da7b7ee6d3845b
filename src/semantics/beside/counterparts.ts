// Which parts of two levels are the same part: by their ids, which stay when a diagram is edited, then by what they are for.
import type { Modality } from '../../blocks/tensor'
import type { TreeNode } from '../tree'
import { roleOf, type Role } from './roles'

export interface Counterparts {
  /** In the order of the left. */
  readonly pairs: readonly Counterpart[]
  readonly onlyLeft: readonly TreeNode[]
  readonly onlyRight: readonly TreeNode[]
}

export interface Counterpart {
  readonly left: TreeNode
  readonly right: TreeNode
  readonly by: 'id' | 'role'
}

/**
 * An id counts where it names the same kind of part, then a role, where blocks of one type find each other first; at last an
 * id whatever it names, since somebody may have put another block in its place.
 */
export function counterparts(left: readonly TreeNode[], right: readonly TreeNode[]): Counterparts {
  const found = new Map<TreeNode, Counterpart>()
  const taken = new Set<TreeNode>()
  const pair = (by: Counterpart['by'], isSame: (a: Told, b: Told) => boolean) => {
    for (const a of lefts) {
      if (found.has(a.item)) continue
      const b = rights.find((each) => !taken.has(each.item) && isSame(a, each))
      if (!b) continue
      found.set(a.item, { left: a.item, right: b.item, by })
      taken.add(b.item)
    }
  }
  const [lefts, rights] = [left.map(toldOf), right.map(toldOf)]
  const hasRole = (a: Told, b: Told) => a.role !== undefined && a.role === b.role
  const isWhole = (a: Told, b: Told) => a.type === container || b.type === container
  const hasId = (a: Told, b: Told) => a.item.node.id === b.item.node.id
  pair('id', (a, b) => hasId(a, b) && (a.type === b.type ? a.role === b.role : hasRole(a, b) && isWhole(a, b)))
  pair('role', (a, b) => hasRole(a, b) && a.type === b.type && a.about === b.about)
  pair('role', hasRole)
  pair('role', (a, b) => a.role === undefined && b.role === undefined && a.type === b.type && a.about === b.about)
  pair('id', hasId)
  return {
    pairs: left.flatMap((item) => found.get(item) ?? []),
    onlyLeft: left.filter((item) => !found.has(item)),
    onlyRight: right.filter((item) => !taken.has(item)),
  }
}

const container = 'container'

interface Told {
  readonly item: TreeNode
  readonly role: Role | undefined
  /** Of the block; groups and instances of modules are alike. */
  readonly type: string
  /** What its content comes from. */
  readonly about: string
}

function toldOf(item: TreeNode): Told {
  const modality = new Set<Modality>()
  for (const tensor of Object.values(item.inference.outputs)) tensor?.modality.forEach((each) => modality.add(each))
  return {
    item,
    role: roleOf(item),
    type: item.node.block ?? container,
    about: [...modality].sort().join(' '),
  }
}
