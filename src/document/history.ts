// The past and the future of a document: a list of diagrams, each with what was selected. Undo gives back the very object.
import type { Diagram, Words } from './schema'

/** What was done, in no language: the key of a sentence and what stands in its blanks. */
export interface Intention {
  readonly key: string
  readonly values?: Readonly<Record<string, Words | number>>
}

export interface Entry {
  readonly diagram: Diagram
  /** Paths. */
  readonly selection: readonly string[]
  /** What was done to come here, where the one who did it says so; otherwise the two diagrams tell. */
  readonly intention?: Intention
}

export interface History {
  /** Oldest first. */
  readonly past: readonly Entry[]
  readonly present: Entry
  /** What was undone, nearest first. */
  readonly future: readonly Entry[]
  /** Commits with this key go on with the present entry. */
  readonly coalesce?: string
}

export interface CommitOptions {
  readonly intention?: Intention
  /** Commits in a row with equal keys are one step: typing in one field, nudging one node. */
  readonly coalesce?: string
}

/** Older entries are let go. */
export const longest = 500

export function begin(diagram: Diagram): History {
  return { past: [], present: { diagram, selection: [] }, future: [] }
}

/** One step more. A commit that changes nothing is no step. */
export function commit(
  history: History,
  diagram: Diagram,
  selection: readonly string[] = history.present.selection,
  { intention, coalesce }: CommitOptions = {},
): History {
  const { past, present } = history
  if (diagram === present.diagram) return reselect(history, selection)
  const next: Entry = { diagram, selection, ...(intention && { intention }) }
  const before = past.at(-1)
  const isSameStep = before !== undefined && coalesce !== undefined && coalesce === history.coalesce
  if (isSameStep && before.diagram === diagram) return { past: past.slice(0, -1), present: before, future: [] }
  return {
    past: isSameStep ? past : [...past, present].slice(-longest),
    present: next,
    future: [],
    ...(coalesce !== undefined && { coalesce }),
  }
}

/** What is selected now is what undo brings back; it is no step of its own. */
export function reselect(history: History, selection: readonly string[]): History {
  const old = history.present.selection
  if (old.length === selection.length && old.every((path, index) => path === selection[index])) return history
  return { ...history, present: { ...history.present, selection } }
}

export function undo(history: History): History {
  return jump(history, history.past.length - 1)
}

export function redo(history: History): History {
  return jump(history, history.past.length + 1)
}

/** All entries, oldest first; the present one stands at `past.length`. */
export function entriesOf({ past, present, future }: History): readonly Entry[] {
  return [...past, present, ...future]
}

/** To an entry of the list; the same history where there is none, or it is the present one. */
export function jump(history: History, index: number): History {
  const entries = entriesOf(history)
  const present = entries[index]
  if (!present || index === history.past.length) return history
  return { past: entries.slice(0, index), present, future: entries.slice(index + 1) }
}
