// What is found about nodes and the edges into them.
import type { DiagramNode } from '../document/schema'
import { meantBlock } from '../blocks/meant'
import { tensorWords } from '../blocks/shapeText'
import type { Kind, Tensor } from '../blocks/tensor'
import { kindWords } from '../blocks/tensorWords'
import { isEqual } from '../shared/dimension'
import { finding, type Finding, type NodeInference } from './inference'
import { meanings } from './sentences'

/** What a stacked copy gives must fit the next copy's input of the same name. */
export function checkThread(
  node: Pick<NodeInference, 'inputPorts' | 'outputPorts' | 'inputs' | 'outputs'>,
  findings: Finding[],
): void {
  const threaded = node.outputPorts.filter((p) => node.inputPorts.some((q) => q.id === p.id))
  if (!threaded.length && node.outputPorts.length) findings.push(finding(meanings.nothingPasses()))
  for (const { id } of threaded) {
    const from = node.outputs[id]
    const to = node.inputs[id]
    if (!from || !to) continue
    const isSame = from.shape.length === to.shape.length && from.shape.every((d, i) => isEqual(d, to.shape[i]!))
    if (isSame && from.kind === to.kind) continue
    const words = (tensor: Tensor) => (isSame ? kindWords[tensor.kind] : tensorWords(tensor))
    const message = meanings.doesNotThread({ port: id, taken: words(to), given: words(from) })
    findings.push(finding(message, 'error', { port: id }))
  }
}

export function unfed(port: string): Finding {
  return finding(meanings.unfed({ port }), 'warning')
}

export function wrongKind(port: string, kinds: readonly Kind[], tensor: Tensor): Finding {
  const wanted = { joined: 'or', of: kinds.map((kind) => kindWords[kind]) } as const
  const [kind, shape] = [kindWords[tensor.kind], tensorWords(tensor)]
  return finding(meanings.wrongKind({ port, kinds: wanted, kind, shape }), 'error', { port })
}

export function unknown(node: DiagramNode): Finding {
  const { block, module } = node
  const message =
    block === undefined
      ? meanings.unknownModule({ module: module ?? '?' })
      : meanings.unknownBlock({ block, meant: meantBlock(block) })
  return finding(message, 'warning')
}
