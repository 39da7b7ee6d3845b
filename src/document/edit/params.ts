// The numbers of a node: its parameters, its repeat, whose weights it uses.
import { blockOf } from '../../blocks'
import { valuesOf } from '../../blocks/values'
import { numberOf } from '../../shared/dimension'
import { formulas } from '../../shared/formulaSentences'
import { english } from '../../shared/message'
import { endOf } from '../ends'
import { expressionProblem, graphLookup, namesInScope, symbolLookup, symbolsIn, workOut } from '../expressions'
import { limits } from '../limits'
import { own, without } from '../own'
import { nodeAt, nodeOf, splitPlace, updateBody, updateNode } from '../place'
import { portsOf } from '../ports'
import { counted, listed, quote } from '../problems'
import type { Diagram, DiagramNode, Expression, Param, Repeat } from '../schema'
import { untied } from './rewrite'

/** Why a node cannot have this value for a parameter, in a sentence. */
export function whyNotParam(diagram: Diagram, place: string, name: string, value: Param): string | undefined {
  const node = nodeAt(diagram, place)
  if (!node) return 'There is no such node.'
  if (node.group) return 'A group has no parameters; what is in it has.'
  const { graph } = splitPlace(place)
  if (node.module !== undefined) {
    const params = own(diagram.modules, node.module)?.params ?? {}
    if (!Object.hasOwn(params, name))
      return `The module ${node.module} has no parameter ${quote(name)}; it has: ${listed(Object.keys(params))}.`
    if (typeof value !== 'number' && typeof value !== 'string') return 'It has to be a number or a formula.'
    return whyNotExpression(diagram, graph, value)
  }
  const block = node.block === undefined ? undefined : blockOf(node.block)
  if (!block) return undefined
  const field = own(block.fields, name)
  if (!field) return `${block.label.en} has no parameter ${quote(name)}; it has: ${listed(Object.keys(block.fields))}.`
  const lookup = graphLookup(diagram, graph)
  let unknown: string | undefined
  const values = valuesOf(block, { [name]: value }, (expression) => {
    unknown ??=
      expression === value || (Array.isArray(value) && value.includes(expression))
        ? whyNotExpression(diagram, graph, expression)
        : undefined
    const dim = workOut(expression, lookup)
    return dim ? { ok: true, dim } : { ok: false, problem: expressionProblem(expression) ?? formulas.growsLong() }
  })
  return unknown ?? (values.ok ? undefined : values.problems.find((problem) => problem.field === name)?.sentence)
}

/** Why an expression means nothing in a graph. */
export function whyNotExpression(diagram: Diagram, graph: string, expression: Expression): string | undefined {
  if (expression === '') return 'Write a number or a formula.'
  if (typeof expression === 'number' && !Number.isFinite(expression)) return 'The number is too large.'
  const problem = expressionProblem(expression)
  if (problem) return english(problem)
  const names = namesInScope(diagram, graph)
  const unknown = [...symbolsIn(expression)].find((name) => !names.includes(name))
  return unknown === undefined ? undefined : `Nothing is called ${quote(unknown)} here; known are: ${listed(names)}.`
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

function isSame(a: Param | undefined, b: Param): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b))
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
export function whyNotRepeat(diagram: Diagram, place: string, repeat: Repeat): string | undefined {
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
        return `${quote(String(expression))} is ${count}; a repeat is a whole number that is not negative.`
      if (count > limits.repeat)
        return `${quote(String(expression))} is ${counted(count)}; the limit is ${counted(limits.repeat)}.`
    }
  }
  return undefined
}

/** Undefined: the node stands once. Nothing happens where `whyNotRepeat` says why. */
export function setRepeat(diagram: Diagram, place: string, repeat: Repeat | undefined): Diagram {
  return updateNode(diagram, place, (node) => {
    if (repeat === undefined) return without(node, 'repeat')
    if (JSON.stringify(node.repeat) === JSON.stringify(repeat) || whyNotRepeat(diagram, place, repeat) !== undefined)
      return node
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
