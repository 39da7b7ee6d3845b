// The wish of the export dialog: what of the diagram leaves, as it is seen on the canvas but for what was asked for.
import { exporterFor, exporters } from '../../exporters'
import type { View } from '../../graph/view'
import type { What, Wish } from '../../pages'
import { plainLook, type Look } from '../../scene/look'
import { holding } from '../beside/chosen'
import type { ChosenBeside, Shown } from '../state'
import type { ExportSettings } from './settings'

/** What a person asks for beside the view of the canvas, as `frieze render` takes it from its options. */
export function overridesOf({ direction, shapes, language, without }: ExportSettings): Partial<View> {
  return {
    ...(direction !== 'own' && { direction }),
    ...(shapes !== 'own' && { shapes }),
    ...(language !== 'own' && { language }),
    ...Object.fromEntries(without.map((part) => [part, false])),
  }
}

/** What is on the canvas, and whether the way of the gradients is drawn there. */
export type Seen = Shown & { readonly gradients: boolean; readonly beside: ChosenBeside }

function lookOf({ theme, background }: ExportSettings, { gradients }: Seen): Look {
  return { ...plainLook, theme, background, gradients }
}

export function wishOf(shown: Seen, what: What, settings: ExportSettings): Wish {
  const overrides = overridesOf(settings)
  const { language, set, shapeText } = shown.view
  return {
    what,
    view: { ...shown.view, ...overrides },
    forSteps: { language, ...(set && { set }), ...(shapeText && { shapeText }), ...overrides },
    look: lookOf(settings, shown),
    ...(settings.fit !== 'none' && { fit: settings.fit }),
    keepsDirection: settings.direction !== 'own',
    isHandout: settings.options.notes,
    exporter: exporterFor(settings.extension) ?? exporters[0]!,
    beside: { asked: shown.beside.asked, held: holding(shown.diagram, shown.beside) },
    known: shown,
  }
}
