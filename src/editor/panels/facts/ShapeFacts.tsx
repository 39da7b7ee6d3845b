// What goes in and what comes out, in numbers, and by name where that says more.
import { kindWords } from '../../../blocks/tensorWords'
import { writeShape } from '../../../blocks/shapeText'
import type { TreeNode } from '../../../semantics/tree'
import { useLanguage } from '../../react'
import { useSay } from '../../strings/language'

interface ShapeFactsProps {
  readonly item: TreeNode
  /** The same node in the symbolic reading. */
  readonly named: TreeNode | undefined
}

export function ShapeFacts({ item, named }: ShapeFactsProps) {
  const say = useSay()
  const language = useLanguage()
  return (['inputs', 'outputs'] as const).map((side) => {
    const ports = Object.entries(item.inference[side])
    if (ports.length === 0) return null
    return (
      <dl key={side} className="ports" aria-label={say(`facts.${side}`)}>
        {ports.map(([port, tensor]) => {
          const shape = tensor && tensor.shape.length > 0 ? writeShape(tensor.shape) : ''
          const symbolic = named?.inference[side][port]
          const words = symbolic && symbolic.shape.length > 0 ? writeShape(symbolic.shape) : ''
          return (
            <div key={port}>
              <dt>
                <span aria-hidden="true">{side === 'inputs' ? '→ ' : ''}</span>
                {port}
                <span aria-hidden="true">{side === 'outputs' ? ' →' : ''}</span>
                <small>{tensor ? kindWords[tensor.kind][language] : '?'}</small>
              </dt>
              <dd>
                <span className="number">{shape}</span>
                {words !== shape && <small>{words}</small>}
              </dd>
            </div>
          )
        })}
      </dl>
    )
  })
}
