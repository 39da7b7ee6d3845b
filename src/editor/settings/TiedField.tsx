// Whose weights a node uses: its own, or those of another node like it.
import { useMemo } from 'react'
import { setTied } from '../../document/edit/params'
import type { DiagramNode } from '../../document/schema'
import type { Tree } from '../../semantics/tree'
import { useEditor, useShown } from '../react'
import { useSay } from '../strings/language'
import { Field } from './parts'
import { isInLine } from '../../shared/path'

const most = 300

interface TiedFieldProps {
  readonly path: string
  readonly place: string
  readonly node: DiagramNode
}

export function TiedField({ path, place, node }: TiedFieldProps) {
  const editor = useEditor()
  const say = useSay()
  const tree = useShown()?.picture.analysis.tree
  const others = useMemo(() => (tree ? alike(tree, node, path).slice(0, most) : []), [tree, node, path])
  if (others.length === 0 && node.tied === undefined) return null
  return (
    <Field label={say('inspector.tied')}>
      <select
        aria-label={say('inspector.tied')}
        value={node.tied ?? ''}
        onChange={(event) => {
          const tied = event.target.value || undefined
          editor.edit((diagram) => setTied(diagram, place, tied))
        }}
      >
        <option value="">{say('inspector.ownWeights')}</option>
        {node.tied !== undefined && !others.includes(node.tied) && <option value={node.tied}>{node.tied}</option>}
        {others.map((other) => (
          <option key={other} value={other}>
            {other}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** Paths of nodes of the same block or module that have weights of their own. An embedding serves a head, too. */
function alike(tree: Tree, node: DiagramNode, path: string): string[] {
  const found: string[] = []
  const visit = (level: Tree) => {
    for (const each of level.nodes.values()) {
      const { node: other } = each
      const isAlike = node.group
        ? other.group !== undefined
        : other.module === node.module &&
          (other.block === node.block || (node.block === 'lmHead' && other.block === 'tokenEmbedding'))
      const hasOwn = other.tied === undefined && (other.block === undefined || each.inference.weights.length > 0)
      if (isAlike && hasOwn && !isInLine(each.path, path)) found.push(each.path)
      if (each.inside) visit(each.inside)
    }
  }
  visit(tree)
  return found
}
