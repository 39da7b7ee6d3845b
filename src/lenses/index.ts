// The list of lenses, and a lens as a finished scene.
import type { Language } from '../document/schema'
import { wrap } from '../drawing/wrap'
import type { Look } from '../scene/look'
import type { Scene } from '../scene/scene'
import type { Analysis } from '../semantics/analyse'
import { causality } from './causality'
import { contrastive } from './contrastive'
import { gate } from './gate'
import { kitFor, styles } from './kit'
import { page, type Figure, type Given, type Lens, type LensValue, type LensValues } from './lens'
import { mask } from './mask'
import { patches } from './patches'
import { resampler } from './resampler'
import { routing } from './routingLens'

export const lenses: readonly Lens[] = [contrastive, routing, mask, resampler, gate, patches, causality]

export function lensOf(kind: string): Lens | undefined {
  return lenses.find((lens) => lens.kind === kind)
}

/** Those that explain a block. */
export function lensesFor(block: string | undefined): readonly Lens[] {
  return block === undefined ? [] : lenses.filter((lens) => lens.blocks.includes(block))
}

/** The numbers that a diagram gives to its lenses. */
export function givenBy(analysis: Analysis): Given {
  return {
    symbol(...names) {
      for (const name of names) {
        const dim = analysis.scope.lookup(name) ?? analysis.scope.examples.get(name)
        const value = dim && analysis.scope.number(dim)
        if (value !== undefined) return value
      }
      return undefined
    },
  }
}

/** What a lens begins with; `set` overrides, as far as it fits the controls. */
export function valuesFor(lens: Lens, given: Given, set: Readonly<Record<string, unknown>> = {}): LensValues {
  const values = lens.controls(given).map((control): [string, LensValue] => {
    const wanted = Object.hasOwn(set, control.id) ? set[control.id] : undefined
    if (control.type === 'range' && typeof wanted === 'number' && Number.isFinite(wanted)) {
      const steps = Math.round((wanted - control.min) / control.step)
      const inside = Math.min(control.max, Math.max(control.min, control.min + steps * control.step))
      return [control.id, Math.round(inside * 1e6) / 1e6]
    }
    if (control.type === 'switch' && typeof wanted === 'boolean') return [control.id, wanted]
    // A choice may also hold what was put together by hand, such as places of images.
    if (control.type === 'choice' && typeof wanted === 'string') {
      const isList = /^\d+(,\d+)*$/.test(wanted) && control.options.some(({ id }) => /^\d/.test(id))
      if (isList || control.options.some(({ id }) => id === wanted)) return [control.id, wanted]
    }
    return [control.id, control.initial]
  })
  return Object.fromEntries(values)
}

export interface LensScene extends Scene {
  readonly figure: Figure
}

/** A slide of 16:9: title, what is shown, and the figure. */
export function drawLens(lens: Lens, values: LensValues, look: Look, language: Language): LensScene {
  const kit = kitFor({ look, language })
  const figure = lens.draw(values, { look, language })
  const about = wrap(kit.say(lens.about), styles.body.size, styles.body.weight, page.width - 72)
  return {
    ...page,
    ...(look.background && { background: kit.theme.page }),
    title: kit.say(lens.title),
    description: figure.summary,
    origin: { x: 0, y: 0 },
    figure,
    primitives: [
      {
        kind: 'group',
        id: 'title',
        children: [
          kit.text(36, 46, kit.say(lens.title), styles.heading),
          ...about.map((text, i) => kit.text(36, 70 + i * 20, text, styles.body, kit.theme.muted)),
        ],
      },
      { kind: 'group', id: 'figure', title: figure.summary, children: figure.primitives },
    ],
  }
}
