// What an instance says about its module: parameters and repeats, resolved in the scope of the graph that holds it.
import { limits } from '../document/limits'
import { counted } from '../document/problems'
import type { DiagramNode, Module } from '../document/schema'
import { dim, pretty, type Dim } from '../shared/dimension'
import type { Message } from '../shared/message'
import { finding, type Finding, type Repetition } from './inference'
import { resolve, type Scope } from './scope'
import { meanings } from './sentences'

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
      findings.push(
        finding(meanings.parameter({ name, value: expression, problem: result.problem }), 'error', { field: name }),
      )
  }
  for (const name of Object.keys(node.params ?? {}))
    if (!Object.hasOwn(params, name))
      findings.push(
        finding(meanings.noParameter({ module: node.module ?? '', name, names: listOf(params) }), 'warning', {
          field: name,
        }),
      )
  return bound
}

/** Whether a node that is tied has weights of its own all the same, because its condition comes to 0. */
export function isUntied({ tied, tiedIf }: DiagramNode, scope: Scope, findings: Finding[]): boolean {
  if (tied === undefined || tiedIf === undefined) return false
  const result = resolve(tiedIf, scope)
  if (result.ok) return scope.number(result.dim) === 0
  const message = meanings.tiedIf({ value: tiedIf, problem: result.problem })
  findings.push(finding(message, 'error', { field: 'tiedIf' }))
  return false
}

function listOf(params: object): readonly string[] | Message {
  const names = Object.keys(params)
  return names.length ? names : meanings.none()
}

function about(message: Message): Finding {
  return finding(message, 'error', { field: 'repeat' })
}

/** How often a node is run, and how; undefined when it stands once. */
export function repetitionOf(node: DiagramNode, scope: Scope, findings: Finding[]): Repetition | undefined {
  if (node.repeat === undefined) return undefined
  const repeat = typeof node.repeat === 'object' ? node.repeat : { count: node.repeat }
  const value = (expression: number | string): Dim => {
    const result = resolve(expression, scope)
    if (!result.ok) {
      findings.push(about(meanings.repeat({ value: expression, problem: result.problem })))
      return one
    }
    const number = scope.number(result.dim)
    const isCount = number === undefined || (Number.isInteger(number) && number >= 0)
    if (isCount && (number ?? 0) <= limits.repeat) return result.dim
    const said = { value: expression, number: counted(number!) }
    const limit = counted(limits.repeat)
    findings.push(about(isCount ? meanings.repeatTooLarge({ ...said, limit }) : meanings.repeatNotWhole(said)))
    return one
  }
  const count = value(repeat.count)
  const mode = repeat.mode ?? 'stack'
  const times = scope.number(count)
  if (mode !== 'parallel' || repeat.active === undefined) return { mode, count, active: count, times }
  const active = value(repeat.active)
  if ((scope.number(active) ?? 0) <= (times ?? Infinity)) return { mode, count, active, times }
  findings.push(about(meanings.tooActive({ active: pretty(active), count: pretty(count) })))
  return { mode, count, active: count, times }
}
