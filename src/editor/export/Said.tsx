// What is said of a figure before it leaves: how large its words will be, what had to change, what the format cannot keep.
import { exporterFor } from '../../exporters'
import type { Page } from '../../exporters/exporter'
import { leastPoints, targets } from '../../exporters/targets'
import type { Figure } from '../../pages'
import { titleOf } from '../../semantics/title'
import { nodeAtPath } from '../../semantics/tree'
import { useSay } from '../strings/language'
import type { ExportSettings } from './settings'

interface SaidProps {
  readonly settings: ExportSettings
  readonly figure: Figure | undefined
}

/** One line for each thing that will be otherwise. */
export function Said({ settings, figure }: SaidProps) {
  const say = useSay()
  const { changes, pages } = figure ?? {}
  const { analysis, view } = pages?.[0]?.drawn ?? {}
  const nameOf = (path: string) => {
    const item = analysis && nodeAtPath(analysis.tree, path)
    return item && view ? titleOf(analysis.diagram, item, view.language) : path
  }
  const exporter = exporterFor(settings.extension)
  const losses = typeof exporter?.loses === 'function' ? exporter.loses(settings.options) : (exporter?.loses ?? [])
  const lines = [
    ...(changes?.isLarge ? [say('change.large')] : []),
    ...(changes?.isTurned ? [say('change.turned')] : []),
    ...(changes?.folded.length ? [say('change.folded', { names: changes.folded.map(nameOf).join(', ') })] : []),
    ...(changes?.without?.length
      ? [say('change.without', { parts: changes.without.map((part) => say(`part.${part}`)).join(', ') })]
      : []),
    ...losses.map((loss) => say('change.lost', { what: say(`loss.${loss}`) })),
  ]
  return (
    <ul className="export-said" aria-label={say('export.loses')}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

export function SizeHint({ page, fit }: { readonly page: Page | undefined; readonly fit: ExportSettings['fit'] }) {
  const say = useSay()
  if (!page) return <span className="hint" />
  const { width, height } = page.scene
  const points = fit === 'none' ? undefined : leastPoints(targets[fit], page.scene)
  if (fit === 'none' || points === undefined)
    return (
      <span className="hint">
        {width} × {height}
      </span>
    )
  const { least } = targets[fit]
  const isSmall = points < least - 0.05
  return (
    <span className={isSmall ? 'problem' : 'hint'} aria-live="polite">
      {say(isSmall ? 'export.tooSmall' : 'export.words', { points: points.toFixed(1), least })}
    </span>
  )
}
