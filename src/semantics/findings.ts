// The sentences about nodes and the edges into them, beside the checks that raise them.
import type { DiagramNode } from '../document/schema'
import type { Tensor } from '../blocks/tensor'
import { isEqual, numberOf, pretty, type Dim } from '../shared/dimension'
import type { Finding, NodeInference } from './inference'

/** A shape for people: `B × 256 × 1792`. */
export function writeShape(shape: readonly Dim[]): string {
  const sizes = shape.map(pretty).map((size) => (shape.length > 1 && / [+−] /.test(size) ? `(${size})` : size))
  return sizes.length ? sizes.join(' × ') : 'a scalar'
}

/** What travels on an edge, for people: a shape, or how many texts. */
export function writeTensor({ kind, shape }: Pick<Tensor, 'kind' | 'shape'>): string {
  if (kind !== 'string') return writeShape(shape)
  const several = shape.filter((size) => numberOf(size) !== 1)
  return several.length ? `${writeShape(several)} texts` : 'text'
}

/** What a stacked copy gives must fit the next copy's input of the same name. */
export function checkThread(
  node: Pick<NodeInference, 'inputPorts' | 'outputPorts' | 'inputs' | 'outputs'>,
  findings: Finding[],
): void {
  const threaded = node.outputPorts.filter((p) => node.inputPorts.some((q) => q.id === p.id))
  if (!threaded.length && node.outputPorts.length)
    findings.push({
      severity: 'error',
      sentence: 'It is repeated, but no output has the name of an input, so nothing passes from one copy to the next.',
    })
  for (const { id } of threaded) {
    const from = node.outputs[id]
    const to = node.inputs[id]
    if (!from || !to) continue
    const isSame = from.shape.length === to.shape.length && from.shape.every((d, i) => isEqual(d, to.shape[i]!))
    if (isSame && from.kind === to.kind) continue
    const [taken, given] = isSame ? [to.kind, from.kind] : [writeShape(to.shape), writeShape(from.shape)]
    findings.push({
      severity: 'error',
      port: id,
      sentence: `It is repeated, but ${id} goes in as ${taken} and comes out as ${given}: the next copy could not take it.`,
    })
  }
}

export function unfed(port: string): Finding {
  return { severity: 'warning', sentence: `Input ${port} has no edge: connect something to it.` }
}

export function wrongKind(port: string, kinds: readonly string[], tensor: Tensor): Finding {
  return {
    severity: 'error',
    port,
    sentence: `Input ${port} takes ${kinds.join(' or ')}, but what arrives is ${tensor.kind} (${writeTensor(tensor)}).`,
  }
}

export function unknownBlock(node: DiagramNode): string {
  return node.block === undefined
    ? `Module ${node.module ?? '?'} is not in this document.`
    : `Block “${node.block}” is not known to this version; it is kept and drawn as a plain box.`
}
