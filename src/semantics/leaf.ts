// One block with its inputs: output tensors, weights and work of a single copy.
import { blockOf } from '../blocks'
import { isClash, type Block, type Inputs } from '../blocks/block'
import type { Values } from '../blocks/fields'
import { tensorWords } from '../blocks/shapeText'
import type { Modality, Tensor } from '../blocks/tensor'
import { portsOf, valuesOf } from '../blocks/values'
import { beginningValues, unstatedSymbols } from '../document/initials'
import type { DiagramNode } from '../document/schema'
import { DimensionError, integerOf, numberOf, type Dim } from '../shared/dimension'
import { unfed, unknown, wrongKind } from './findings'
import { lacks } from './absence'
import { finding, type Finding, type Given, type NodeInference } from './inference'
import { resolve, type Scope } from './scope'
import { meanings } from './sentences'

/** What is found of a node apart from how often it is there and whose weights it uses. */
export type Single = Omit<NodeInference, 'absent' | 'passes' | 'takes' | 'gives' | 'untied' | 'findings'>

export function leaf(node: DiagramNode, scope: Scope, { fed: given, gone }: Given, findings: Finding[]): Single {
  const block = node.block === undefined ? undefined : blockOf(node.block)
  const nothing = { block, inputPorts: [], outputPorts: [], inputs: given, outputs: {}, weights: [], macs: {} }
  if (!block) {
    findings.push(unknown(node))
    return nothing
  }
  const result = valuesOf(
    block,
    node.params,
    (expression) => resolve(expression, scope),
    (size) => scope.number(size),
  )
  if (!result.ok) {
    for (const { message, field } of result.problems) findings.push(finding(message, 'error', { field }))
    return nothing
  }
  const { values } = result
  checkZeros(block, node, values, findings)
  checkBeginnings(block, node, scope, findings)
  const ports = portsOf(block, values)
  const known = { ...nothing, values, inputPorts: ports.inputs, outputPorts: ports.outputs }
  const fed = new Set(Object.keys(given))
  if (lacks(block, ports.inputs, fed, gone)) return known
  let complete = true
  for (const port of ports.inputs) {
    const tensor = given[port.id]
    if (!fed.has(port.id)) {
      // What is gone here is a part of what the block joins.
      if (port.optional || gone.has(port.id)) continue
      findings.push(unfed(port.id))
      complete = false
    } else if (!tensor) {
      if (!port.optional) complete = false
    } else if (port.kinds.length && !port.kinds.includes(tensor.kind)) {
      findings.push(wrongKind(port.id, port.kinds, tensor))
      complete = false
    }
  }
  if (!complete) return known
  try {
    const inputs: Inputs = given
    const shaped = block.shape(values as never, inputs)
    if (isClash(shaped)) {
      const { message, port, repair } = shaped
      findings.push(finding(message, 'error', { port, ...(repair && { repair }) }))
      return known
    }
    const modality = modalityOf(known.inputPorts, given)
    const outputs = Object.fromEntries(
      Object.entries(shaped).map(([port, t]) => [port, { ...t, modality: t.modality ?? modality }]),
    )
    // What cannot be is not handed on, so that it is said once, where it comes from.
    if (!Object.entries(outputs).every(([port, t]) => isWhole(port, t, findings))) return known
    const weights = block.weights?.(values as never, inputs) ?? []
    const macs = block.macs?.(values as never, inputs) ?? {}
    return { ...known, outputs, weights, macs }
  } catch (error) {
    if (!(error instanceof DimensionError)) throw error
    findings.push(finding(meanings.notComputed({ problem: error.told })))
    return known
  }
}

/** Where 0 stands for a default (`hidden`: four times the width), a formula that comes to 0 must not turn into it. */
function checkZeros(block: Block, node: DiagramNode, values: Values, findings: Finding[]): void {
  for (const [name, field] of Object.entries(block.fields)) {
    if (field.type !== 'dimension' || field.initial !== 0 || field.least !== 0) continue
    const param = node.params?.[name]
    if (typeof param !== 'string' || Number(param) === 0 || numberOf(values[name] as Dim) !== 0) continue
    const message = meanings.comesToZero({ field: field.label, value: param })
    findings.push(finding(message, 'error', { field: name }))
  }
}

/** A block begins with symbols that the document has to know; without them its numbers rest on a guess. */
function checkBeginnings(block: Block, node: DiagramNode, scope: Scope, findings: Finding[]): void {
  for (const [symbol, field] of unstatedSymbols(node)) {
    if (scope.lookup(symbol)) continue
    const value = beginningValues.get(symbol) ?? 1
    const message = meanings.noBeginning({ field: block.fields[field]!.label, symbol, value })
    findings.push(finding(message, 'warning', { field }))
  }
}

function modalityOf(ports: NodeInference['inputPorts'], given: Given['fed']): Modality[] {
  const all = new Set<Modality>()
  for (const port of ports) if (!port.side) for (const m of given[port.id]?.modality ?? []) all.add(m)
  return [...all].sort()
}

function isWhole(port: string, tensor: Tensor, findings: Finding[]): boolean {
  for (const d of tensor.shape) {
    const number = numberOf(d)
    if (number === undefined || (integerOf(d) !== undefined && number > 0)) continue
    findings.push(finding(meanings.notWhole({ port, shape: tensorWords(tensor) })))
    return false
  }
  return true
}
