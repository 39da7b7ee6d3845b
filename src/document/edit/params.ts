// The numbers of a node: its parameters, its repeat, whose weights it uses.
import { blockOf } from '../../blocks'
import { valuesOf } from '../../blocks/values'
import { numberOf } from '../../shared/dimension'
import { formulas } from '../../shared/formulaSentences'
import type { Message } from '../../shared/message'
import { endOf } from '../ends'
import { expressionProblem, graphLookup, namesInScope, symbolLookup, symbolsIn, workOut } from '../expressions'
import { limits } from '../limits'
import { own, without } from '../own'
import { nodeAt, nodeOf, splitPlace, updateBody, updateNode } from '../place'
import { portsOf } from '../ports'
import { counted, listed, brief } from '../problems'
import { isSame } from '../same'
import type { Diagram, DiagramNode, Expression, Param, Repeat } from '../schema'
import { untied } from './rewrite'
import { checks } from '../sentences/checks'
import { edits } from '../sentences/edits'

/** Why a node cannot have this value for a parameter, in a sentence. */
export function whyNotParam(diagram: Diagram, place: string, name: string, value: Param): Message | undefined {
  const node = nodeAt(diagram, place)
  if (!node) return edits.noSuchNode()
  if (node.group) return edits.groupHasNoParams()
  const { graph } = splitPlace(place)
  if (node.module !== undefined) {
    const params = own(diagram.modules, node.module)?.params ?? {}
    if (!Object.hasOwn(params, name))
      return edits.moduleLacksParam({ module: node.module, name: brief(name), names: listed(Object.keys(params)) })
    if (typeof value !== 'number' && typeof value !== 'string') return edits.numberOrFormula()
    return whyNotExpression(diagram, graph, value)
  }
  const block = node.block === undefined ? undefined : blockOf(node.block)
  if (!block) return undefined
  const field = own(block.fields, name)
  if (!field)
    return edits.blockLacksParam({ block: block.label, name: brief(name), names: listed(Object.keys(block.fields)) })
  const lookup = graphLookup(diagram, graph)
  let unknown: Message | undefined
  const values = valuesOf(block, { [name]: value }, (expression) => {
    unknown ??=
      expression === value || (Array.isArray(value) && value.includes(expression))
        ? whyNotExpression(diagram, graph, expression)
        : undefined
    const dim = workOut(expression, lookup)
    return dim ? { ok: true, dim } : { ok: false, problem: expressionProblem(expression) ?? formulas.growsLong() }
  })
  return unknown ?? (values.ok ? undefined : values.problems.find((problem) => problem.field === name)?.message)
}

/** Why an expression means nothing in a graph. */
export function whyNotExpression(diagram: Diagram, graph: string, expression: Expression): Message | undefined {
  if (expression === '') return edits.writeSomething()
  if (typeof expression === 'number' && !Number.isFinite(expression)) return edits.numberTooLarge()
  const problem = expressionProblem(expression)
  if (problem) return problem
  const names = namesInScope(diagram, graph)
  const unknown = [...symbolsIn(expression)].find((name) => !names.includes(name))
  return unknown === undefined ? undefined : checks.unknownName({ name: brief(unknown), names: listed(names) })
}

/** Nothing happens where `whyNotParam` says why. Edges to ports that there are no longer go. */
export function setParam(diagram: Diagram, place: string, name: string, value: Param): Diagram {
  const node = nodeAt(diagram, place)
  if (!node || isSame(own(node.params, name), value) || whyNotParam(diagram, place, name, value) !== undefined)
    return diagram
  return changeNode(diagram, place, (each) => ({ ...each, params: { ...each.params, [name]: value } }))
}

/** The parameter is again what it is when nobody says. */
export function clearParam(diagram: Diagram, place: string, name: string): Diagram {
  return changeNode(diagram, place, (node) => {
    if (own(node.params, name) === undefined) return node
    const params = without(node.params!, name)
    return Object.keys(params).length > 0 ? { ...node, params } : without(node, 'params')
  })
}

/** Changes a node and takes away the edges of the ports that it loses by that. */
function changeNode(diagram: Diagram, place: string, change: (node: DiagramNode) => DiagramNode): Diagram {
  const { graph, id } = splitPlace(place)
  const before = nodeAt(diagram, place)
  const changed = updateNode(diagram, place, change)
  const after = nodeAt(changed, place)
  if (changed === diagram || !before || !after) return diagram
  const [had, has] = [portsOf(diagram, graph, before), portsOf(changed, graph, after)]
  const lost = (side: 'inputs' | 'outputs', port: string) =>
    had?.[side].some((each) => each.id === port) && has && !has[side].some((each) => each.id === port)
  return updateBody(changed, graph, (body) => {
    const edges = body.edges.filter((edge) => {
      const [from, to] = [endOf(edge.from), endOf(edge.to)]
      return !(from.node === id && lost('outputs', from.port)) && !(to.node === id && lost('inputs', to.port))
    })
    return edges.length === body.edges.length ? body : { ...body, edges }
  })
}

/** Why a node cannot be repeated so, in a sentence. */
export function whyNotRepeat(diagram: Diagram, place: string, repeat: Repeat): Message | undefined {
  const { graph } = splitPlace(place)
  const expressions = typeof repeat === 'object' ? [repeat.count, repeat.active] : [repeat]
  for (const expression of expressions) {
    if (expression === undefined) continue
    const problem = whyNotExpression(diagram, graph, expression)
    if (problem) return problem
    for (const variant of [undefined, ...(diagram.variants ?? [])]) {
      const value = workOut(expression, graphLookup(diagram, graph, symbolLookup(diagram, variant?.set)))
      const count = value && numberOf(value)
      if (count === undefined) continue
      if (!Number.isInteger(count) || count < 0)
        return edits.repeatNotWhole({ value: brief(String(expression)), count })
      if (count > limits.repeat)
        return edits.repeatTooLarge({
          value: brief(String(expression)),
          count: counted(count),
          limit: counted(limits.repeat),
        })
    }
  }
  return undefined
}

/** Undefined: the node stands once. Nothing happens where `whyNotRepeat` says why. */
export function setRepeat(diagram: Diagram, place: string, repeat: Repeat | undefined): Diagram {
  return updateNode(diagram, place, (node) => {
    if (repeat === undefined) return without(node, 'repeat')
    if (isSame(node.repeat, repeat) || whyNotRepeat(diagram, place, repeat) !== undefined) return node
    return { ...node, repeat }
  })
}

/** The node uses the weights of the one at a path; undefined: its own. */
export function setTied(diagram: Diagram, place: string, path: string | undefined): Diagram {
  return updateNode(diagram, place, (node) => {
    if (path === undefined) return untied(node)
    const target = nodeOf(diagram, path)
    return node.tied === path || !target || target === node ? node : { ...node, tied: path }
  })
}
