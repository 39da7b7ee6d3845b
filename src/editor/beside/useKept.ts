// The documents of this browser, but for the open one, to be put beside it.
import { useEffect, useState } from 'react'
import type { Diagram } from '../../document/schema'
import type { Editor } from '../editor'
import type { Card } from '../keeping/documents'

export interface KeptChoice {
  readonly card: Card
  /** Undefined where it cannot be read. */
  load(): Promise<Diagram | undefined>
}

export function useKept(editor: Editor): readonly KeptChoice[] {
  const [kept, setKept] = useState<readonly KeptChoice[]>([])
  useEffect(() => {
    const { keeping } = editor
    if (!keeping) return
    let isOver = false
    const load = async (id: string) => {
      const [slot, { parseDiagram }] = await Promise.all([keeping.documents.peek(id), import('../files/read')])
      const parsed = slot && parseDiagram(slot.text)
      return parsed?.ok ? parsed.diagram : undefined
    }
    keeping.documents.list().then(
      (cards) => {
        const others = cards.filter(({ id }) => id !== editor.state().origin.id)
        if (!isOver) setKept(others.map((card) => ({ card, load: () => load(card.id) })))
      },
      // Without a list there is what comes with the program.
      () => undefined,
    )
    return () => {
      isOver = true
    }
  }, [editor])
  return kept
}
