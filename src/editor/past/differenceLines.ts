// A difference as lines for a reader: what, and from which value to which. Pure.
import type { Difference, FieldChange, Kind } from '../../document/difference'
import { endOf } from '../../document/ends'
import { bodyAt, nodeAt, nodeIn, nodeOf } from '../../document/place'
import type { Diagram, Words } from '../../document/schema'
import { titleWords } from '../../document/titles'
import { say as words } from '../../document/words'
import { plainText } from '../../drawing/math/spoken'
import type { Language } from '../../shared/languages'
import type { Say } from '../strings/language'

export interface DifferenceLine {
  readonly key: string
  readonly kind: Kind
  readonly name: string
  readonly what?: string
}

interface Compared {
  readonly before: Diagram
  readonly after: Diagram
  readonly difference: Difference
}

export function differenceLines(
  { before, after, difference }: Compared,
  language: Language,
  say: Say,
): DifferenceLine[] {
  const { nodes, edges, modules, fields } = difference
  const named = (kind: Kind) => (kind === 'removed' ? before : after)

  const nodeLines = nodes.map(({ place, kind, node, fields: changed }): DifferenceLine => {
    const name = plainText(words(titleWords(named(kind), node), language))
    const what = changed.map((field) => value(field, field.path.join('.'))).join('; ')
    return { key: `node ${place}`, kind, name: name === place ? name : `${name} (${place})`, ...(what && { what }) }
  })
  const moduleLines = modules.map(({ name, kind, fields: changed }): DifferenceLine => {
    const what = changed.map(({ path }) => path[0]!)
    return { key: `module ${name}`, kind, name, what: [say('versions.module'), ...new Set(what)].join(': ') }
  })
  const edgeLines = edges.map(({ graph, kind, from, to }): DifferenceLine => {
    const end = (text: string) => endName(named(kind), graph, text)
    return { key: `edge ${graph}#${from}>${to}`, kind, name: `${end(from)} → ${end(to)}` }
  })
  const pins = fields.filter(({ path }) => path[0] === 'view' && path[1] === 'pins')
  const views = fields.filter(({ path }) => path[0] === 'view' && path[1] !== 'pins')
  const rest = fields.filter(({ path }) => path[0] !== 'view')
  const fieldLines = rest.map((field): DifferenceLine => {
    const stated = stateIn(field)
    const kind = field.before === undefined ? 'added' : field.after === undefined ? 'removed' : 'changed'
    return { key: `field ${field.path.join(' ')}`, kind, ...(stated ?? { name: fieldName(field), what: value(field) }) }
  })
  const viewLines: DifferenceLine[] = []
  if (pins.length > 0)
    viewLines.push({
      key: 'pins',
      kind: 'changed',
      name: say('versions.moved', { count: pins.length }),
      what: pinNames(),
    })
  if (views.length > 0) viewLines.push({ key: 'view', kind: 'changed', name: say('versions.view') })
  return [...nodeLines, ...edgeLines, ...moduleLines, ...fieldLines, ...viewLines]

  function pinNames(): string {
    const names = pins.flatMap(({ path }) => {
      const node = path[2] === undefined ? undefined : (nodeAt(after, path[2]) ?? nodeAt(before, path[2]))
      return node ? [plainText(words(titleWords(after, node), language))] : []
    })
    return shorten(names.join(', '))
  }

  function endName(diagram: Diagram, graph: string, text: string): string {
    const { node: id, port } = endOf(text)
    const body = bodyAt(diagram, graph)
    const node = body && nodeIn(body, id)
    return node ? plainText(words(titleWords(diagram, node), language)) : port
  }

  /** A node's state in a phase, by the names of both. */
  function stateIn(field: FieldChange): Pick<DifferenceLine, 'name' | 'what'> | undefined {
    const [part, phaseId, states, path] = field.path
    if (part !== 'phases' || states !== 'states' || path === undefined) return undefined
    const node = nodeOf(after, path) ?? nodeOf(before, path)
    const phase = [...(after.phases ?? []), ...(before.phases ?? [])].find(({ id }) => id === phaseId)
    if (!node || !phase) return undefined
    const state = (value: unknown) => say(`state.${isState(value) ? value : 'inherited'}`)
    return {
      name: plainText(words(titleWords(after, node), language)),
      what: `${words(phase.label, language)}: ${state(field.before)} → ${state(field.after)}`,
    }
  }

  function fieldName({ path }: FieldChange): string {
    if (path[0] === 'about' && path[1] === 'title') return say('bar.title')
    if (path[0] === 'symbols' && path.length > 1) return path.slice(1).join('.')
    return path.join(' › ')
  }

  function value(field: FieldChange, name?: string): string {
    const [old, now] = [write(field.before), write(field.after)]
    const change = field.before === undefined ? now : field.after === undefined ? `${old} → –` : `${old} → ${now}`
    return name === undefined ? change : `${name} ${change}`
  }

  function write(given: unknown): string {
    if (typeof given === 'object' && given !== null) {
      const isWords = !Array.isArray(given) && Object.values(given).every((each) => typeof each === 'string')
      return shorten(isWords ? words(given as Words, language) : JSON.stringify(given))
    }
    return shorten(String(given))
  }
}

const longest = 80

function shorten(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text
}

function isState(value: unknown): value is 'frozen' | 'trainable' | 'absent' {
  return value === 'frozen' || value === 'trainable' || value === 'absent'
}
