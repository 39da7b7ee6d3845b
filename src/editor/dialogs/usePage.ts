// The picture that leaves: as it is on the screen, a part of it, or laid out anew for the place where it is read.
import { useEffect, useMemo, useState } from 'react'
import type { Page } from '../../exporters/exporter'
import { pageOf } from '../../exporters/page'
import { targets, type TargetName } from '../../exporters/targets'
import type { Look } from '../../scene/look'
import { renderFor } from '../../slide'
import { useEditor } from '../react'
import type { Shown } from '../state'

/** Undefined while it is being laid out. */
export function usePage(
  shown: Shown | undefined,
  look: Look,
  fit: TargetName | 'none',
  paths: readonly string[] | undefined,
): Page | undefined {
  const editor = useEditor()
  const [fitted, setFitted] = useState<{ readonly page: Page | undefined; readonly fit: string }>()
  const asShown = useMemo(() => {
    if (!shown) return undefined
    const { graph, layout, analysis } = shown.picture
    return pageOf({ graph, layout, analysis, view: shown.view, look, ...(paths && { paths }) })
  }, [shown, look, paths])
  useEffect(() => {
    if (!shown || fit === 'none') return
    const stop = new AbortController()
    renderFor(shown.diagram, shown.view, look, editor.layOutThumbnail, targets[fit], stop.signal).then(
      ({ graph, layout, analysis, view }) => {
        if (!stop.signal.aborted) setFitted({ page: pageOf({ graph, layout, analysis, view, look }), fit })
      },
      (error: unknown) => {
        if (!stop.signal.aborted) reportError(error)
      },
    )
    return () => stop.abort()
  }, [editor, shown, look, fit])
  if (fit === 'none') return asShown
  return fitted?.fit === fit ? fitted.page : undefined
}
