// What is kept, as a document again. It is read like any other text from outside: an older version may have written it.
import type { Diagram } from '../../document/schema'
import type { Documents, Slot } from './documents'
import { tellNow } from '../strings/language'

export type ReadKept =
  | {
      readonly ok: true
      readonly diagram: Diagram
      /** As the file holds it, or as it came; undefined where that is not known. */
      readonly saved: Diagram | undefined
    }
  | { readonly ok: false; readonly sentence: string }

/** What cannot be read is put aside, so that it is neither lost nor in the way. */
export async function readKept(documents: Documents, slot: Slot): Promise<ReadKept> {
  const [{ parseDiagram }, since] = await Promise.all([
    import('../files/read'),
    slot.isSaved ? undefined : documents.readSince(slot.id),
  ])
  const parsed = parseDiagram(slot.text)
  if (!parsed.ok) {
    const { path, sentence, message } = parsed.problems.find(({ severity }) => severity === 'error')!
    await documents.setAside(slot, `${path}: ${sentence}`)
    return { ok: false, sentence: tellNow(message) }
  }
  const before = since === undefined ? undefined : parseDiagram(since)
  return {
    ok: true,
    diagram: parsed.diagram,
    saved: slot.isSaved ? parsed.diagram : before?.ok ? before.diagram : undefined,
  }
}
