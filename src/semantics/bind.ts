// What an instance says about its module: parameters and repeats, resolved in the scope of the graph that holds it.
import { limits } from '../document/limits'
import { counted } from '../document/problems'
import type { DiagramNode, Module } from '../document/schema'
import { dim, pretty, type Dim } from '../shared/dimension'
import type { Finding, Repetition } from './inference'
import { resolve, type Scope } from './scope'

const one = dim(1)

/** What an instance binds the module's parameters to: given expressions in the caller's scope, else the module's own. */
export function bind(module: Module, node: DiagramNode, scope: Scope, findings: Finding[]): Map<string, Dim> {
  const outer = scope.root ?? scope
  const bound = new Map<string, Dim>()
  const params = module.params ?? {}
  for (const [name, initial] of Object.entries(params)) {
    const given = node.params?.[name]
    const isOwn = typeof given === 'number' || typeof given === 'string'
    const expression = isOwn ? given : typeof initial === 'object' ? initial.initial : initial
    const result = resolve(expression, isOwn ? scope : outer)
    if (result.ok) bound.set(name, result.dim)
    else
      findings.push({
        severity: 'error',
        field: name,
        sentence: `Parameter ${name} is ${String(expression)}: ${result.problem}`,
      })
  }
  for (const name of Object.keys(node.params ?? {}))
    if (!Object.hasOwn(params, name))
      findings.push({
        severity: 'warning',
        field: name,
        sentence: `Module ${node.module} has no parameter ${name}; it has: ${Object.keys(params).join(', ') || 'none'}.`,
      })
  return bound
}

/** Whether a node that is tied has weights of its own all the same, because its condition comes to 0. */
export function isUntied({ tied, tiedIf }: DiagramNode, scope: Scope, findings: Finding[]): boolean {
  if (tied === undefined || tiedIf === undefined) return false
  const result = resolve(tiedIf, scope)
  if (result.ok) return scope.number(result.dim) === 0
  findings.push({
    severity: 'error',
    field: 'tiedIf',
    sentence: `Whether it shares weights depends on ${String(tiedIf)}: ${result.problem}`,
  })
  return false
}

/** How often a node is run, and how; undefined when it stands once. */
export function repetitionOf(node: DiagramNode, scope: Scope, findings: Finding[]): Repetition | undefined {
  if (node.repeat === undefined) return undefined
  const repeat = typeof node.repeat === 'object' ? node.repeat : { count: node.repeat }
  const value = (expression: number | string): Dim => {
    const result = resolve(expression, scope)
    if (!result.ok) {
      findings.push({
        severity: 'error',
        field: 'repeat',
        sentence: `The repeat is ${String(expression)}: ${result.problem}`,
      })
      return one
    }
    const number = scope.number(result.dim)
    const isCount = number === undefined || (Number.isInteger(number) && number >= 0)
    if (isCount && (number ?? 0) <= limits.repeat) return result.dim
    const must = isCount ? `the limit is ${counted(limits.repeat)}` : 'it has to be a whole number that is not negative'
    findings.push({
      severity: 'error',
      field: 'repeat',
      sentence: `The repeat ${String(expression)} is ${counted(number!)}; ${must}.`,
    })
    return one
  }
  const count = value(repeat.count)
  const mode = repeat.mode ?? 'stack'
  const times = scope.number(count)
  if (mode !== 'parallel' || repeat.active === undefined) return { mode, count, active: count, times }
  const active = value(repeat.active)
  if ((scope.number(active) ?? 0) <= (times ?? Infinity)) return { mode, count, active, times }
  findings.push({
    severity: 'error',
    field: 'repeat',
    sentence: `A token would use ${pretty(active)} of ${pretty(count)} copies; it cannot use more than there are.`,
  })
  return { mode, count, active: count, times }
}
