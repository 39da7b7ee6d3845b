// A part of a document, cut out to be put in elsewhere. It is a document itself, whole and small, so that it travels as text
// through the same parser and the same bounds as files, and opens as a diagram where nothing can be put into.
import { endOf } from './ends'
import { idPattern } from './idPattern'
import type { Diagram, DiagramEdge, Pin, State, Words } from './schema'

/** What a fragment knows of where it comes from, beside what a document holds anyway. */
export interface FragmentNotes {
  /** The graph that it was cut from. */
  readonly graph: string
  /** Symbols of the fragment that were parameters of the module there: the symbol's name, then the parameter's. */
  readonly params: Readonly<Record<string, string>>
  /** The edges that came in from outside, and those that went out. */
  readonly inputs: readonly DiagramEdge[]
  readonly outputs: readonly DiagramEdge[]
  /** What each node was in the phase that was shown, whoever said so. */
  readonly states: Readonly<Record<string, State>>
  /** Where the nodes were, from their common top left. */
  readonly places: Readonly<Record<string, Pin>>
}

export interface Fragment extends Diagram {
  readonly fragment: FragmentNotes
}

const most = 5000

/** The document as a fragment, where it was cut out of another; whatever is wrong with the notes is left out. */
export function fragmentOf(diagram: Diagram): Fragment | undefined {
  const notes: unknown = diagram['fragment']
  if (!isRecord(notes)) return undefined
  const ids = new Set(diagram.nodes.map((node) => node.id))
  const edges = (value: unknown, end: 'from' | 'to') =>
    (Array.isArray(value) ? value.slice(0, most) : []).flatMap((edge: unknown): DiagramEdge[] => {
      if (!isRecord(edge) || typeof edge['from'] !== 'string' || typeof edge['to'] !== 'string') return []
      const ends = { from: edge['from'], to: edge['to'] }
      return ids.has(endOf(ends[end]).node) ? [{ ...ends, ...written(edge) }] : []
    })
  return {
    ...diagram,
    fragment: {
      graph: typeof notes['graph'] === 'string' ? notes['graph'] : '',
      params: record(notes['params'], (value) => (typeof value === 'string' ? value : undefined)),
      inputs: edges(notes['inputs'], 'to'),
      outputs: edges(notes['outputs'], 'from'),
      states: record(notes['states'], (value) => (value === 'frozen' || value === 'trainable' ? value : undefined)),
      places: record(notes['places'], (value) => {
        if (!isRecord(value)) return undefined
        const { x, y } = value
        return Number.isFinite(x) && Number.isFinite(y) ? { x: Number(x), y: Number(y) } : undefined
      }),
    },
  }
}

/** What is written on an edge, as far as it is text. */
function written(edge: Readonly<Record<string, unknown>>): Pick<DiagramEdge, 'label' | 'shape'> {
  const { shape } = edge
  const label = textIn(edge['label'])
  return { ...(label !== undefined && { label }), ...(typeof shape === 'boolean' && { shape }) }
}

function textIn(value: unknown): Words | undefined {
  if (typeof value === 'string') return value
  const words = record(value, (each) => (typeof each === 'string' ? each : undefined))
  return Object.keys(words).length > 0 ? words : undefined
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function record<T>(value: unknown, read: (each: unknown) => T | undefined): Record<string, T> {
  if (!isRecord(value)) return {}
  const entries = Object.entries(value).slice(0, most)
  return Object.fromEntries(
    entries.flatMap(([name, each]) => {
      const known = idPattern.test(name) ? read(each) : undefined
      return known === undefined ? [] : [[name, known] as const]
    }),
  )
}
