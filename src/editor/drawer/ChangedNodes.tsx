// The nodes and edges whose numbers or shapes are not what they were.
import type { EdgeDifference, NodeDifference } from '../../semantics/compare'
import { reveal, revealEdge } from '../canvas/camera/reveal'
import { signed, type Compared } from '../comparing'
import { useEditor } from '../react'
import { useSay } from '../strings/language'

const most = 300

export function ChangedNodes({ compared: { nodes, edges } }: { readonly compared: Compared }) {
  const say = useSay()
  return (
    <table className="figures-table" data-testid="changed-nodes">
      <thead>
        <tr>
          <th scope="col">{say('changes.where')}</th>
          <th scope="col">{say('changes.what')}</th>
          {(['params', 'trainable', 'forward'] as const).map((column) => (
            <th key={column} scope="col" className="is-number">
              Δ {say(`table.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {nodes.slice(0, most).map((node) => (
          <NodeLine key={node.path} node={node} />
        ))}
        {edges.slice(0, most).map((edge) => (
          <EdgeLine key={edge.id} edge={edge} />
        ))}
      </tbody>
    </table>
  )
}

function NodeLine({ node }: { readonly node: NodeDifference }) {
  const editor = useEditor()
  const say = useSay()
  const { path, difference, isContainer, before, after } = node
  const isThere = difference !== 'removed'
  return (
    <tr className={isContainer ? 'is-container' : undefined} onClick={() => isThere && reveal(editor, path)}>
      <th scope="row">{isThere ? <button type="button">{path}</button> : <s>{path}</s>}</th>
      <td>{say(`changes.${difference}`)}</td>
      <td className="is-number">{signed(before.params.total, after.params.total)}</td>
      <td className="is-number">{signed(before.params.trainable, after.params.trainable)}</td>
      <td className="is-number">{signed(before.flops.forward, after.flops.forward)}</td>
    </tr>
  )
}

function EdgeLine({ edge: { id, difference, before, after } }: { readonly edge: EdgeDifference }) {
  const editor = useEditor()
  const say = useSay()
  const isThere = difference !== 'removed'
  const name = id.replace('#', ' ').replace('>', ' → ').trim()
  return (
    <tr onClick={() => isThere && revealEdge(editor, id)}>
      <th scope="row">{isThere ? <button type="button">{name}</button> : <s>{name}</s>}</th>
      <td colSpan={4}>
        {say(`changes.${difference}`)} {[before, after].filter((shape) => shape !== undefined).join(' → ')}
      </td>
    </tr>
  )
}
