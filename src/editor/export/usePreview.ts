// The page that is seen before it leaves: of many, the one that is turned to.
import { useEffect, useState } from 'react'
import { pagesFor, type Figure, type What } from '../../pages'
import { useEditor, useEditorState } from '../react'
import { besideOf } from '../beside/chosen'
import type { Shown } from '../state'
import type { ExportSettings } from './settings'
import { wishOf } from './what'

export interface Preview {
  /** The last that was ready; undefined at first. */
  readonly figure: Figure | undefined
  readonly isCurrent: boolean
  /** Why there is none. */
  readonly problem?: string
}

/** `settings`: only what changes the picture. */
export function usePreview(shown: Shown | undefined, what: What, settings: ExportSettings, turn: number): Preview {
  const editor = useEditor()
  const [found, setFound] = useState<{ readonly key: string; readonly figure?: Figure; readonly problem?: string }>()
  const { carries: _, options, ...rest } = settings
  const seen = { ...rest, options: { notes: options.notes } }
  const one = what.kind === 'steps' ? { ...what, indexes: what.indexes.slice(turn, turn + 1) } : what
  const gradients = useEditorState(({ session }) => session.gradients)
  const beside = useEditorState(besideOf)
  const key = JSON.stringify([one, seen, gradients])
  useEffect(() => {
    if (!shown) return
    const stop = new AbortController()
    const [wanted, given] = JSON.parse(key) as [What, ExportSettings]
    // One picture is enough to look at, also of formats that hold several.
    const single = { ...given, extension: 'svg' }
    const wish = wishOf({ ...shown, gradients, beside }, wanted, single)
    pagesFor(shown.diagram, wish, editor.layOutThumbnail, { signal: stop.signal }).then(
      (figure) => !stop.signal.aborted && setFound({ key, figure }),
      (error: unknown) => {
        if (!stop.signal.aborted) setFound({ key, problem: error instanceof Error ? error.message : String(error) })
      },
    )
    return () => stop.abort()
  }, [editor, shown, gradients, beside, key])
  const isCurrent = found?.key === key
  return {
    figure: found?.figure,
    isCurrent,
    ...(isCurrent && found.problem !== undefined && { problem: found.problem }),
  }
}
