// The list of lenses, and a lens as a finished scene.
import type { Language, Step } from '../document/schema'
import type { GroupPrimitive, Primitive } from '../drawing/primitives'
import type { Look } from '../scene/look'
import type { Scene } from '../scene/scene'
import { strengthened } from '../scene/strong'
import type { Analysis } from '../semantics/analyse'
import { causality } from './causality'
import { contrastive } from './contrastive'
import { gate } from './gate'
import { kitFor, round, styles } from './kit'
import { given, givenBlocks } from './given'
import {
  bounded,
  field,
  page,
  type Figure,
  type Given,
  type Handle,
  type Lens,
  type LensValue,
  type LensValues,
} from './lens'
import { mask } from './mask'
import { patches } from './patches'
import { resampler } from './resampler'
import { routing } from './routingLens'

export const lenses: readonly Lens[] = [contrastive, routing, mask, resampler, gate, patches, causality]

export function lensOf(kind: string): Lens | undefined {
  return lenses.find((lens) => lens.kind === kind)
}

/** Those that explain the block at a path or one inside it, those made for it first. */
export function lensesFor(analysis: Analysis, path: string): readonly Lens[] {
  const found = givenBlocks(analysis, path).flatMap((block) => {
    const explaining = lenses.filter((lens) => lens.blocks.includes(block.type))
    const isMadeFor = (lens: Lens) => lens.suits?.(block) ?? true
    return [...explaining.filter(isMadeFor), ...explaining.filter((lens) => !isMadeFor(lens))]
  })
  return [...new Set(found)]
}

/** A lens with what it begins with in a diagram. */
export interface OpenLens {
  readonly lens: Lens
  readonly given: Given
  readonly values: LensValues
}

/** `near`: paths from which it is opened. Undefined for a kind that this version does not know. */
export function openLens(
  { kind, node, set }: NonNullable<Step['lens']>,
  analysis: Analysis,
  near: readonly string[] = [],
): OpenLens | undefined {
  const lens = lensOf(kind)
  if (!lens) return undefined
  const known = given(analysis, node === undefined ? near : [node, ...near])
  return { lens, given: known, values: valuesFor(lens, known, set) }
}

/** What a lens begins with; `set` overrides, as far as it fits the controls. */
export function valuesFor(lens: Lens, given: Given, set: Readonly<Record<string, unknown>> = {}): LensValues {
  const values = lens.controls(given).map((control): [string, LensValue] => {
    const wanted = Object.hasOwn(set, control.id) ? set[control.id] : undefined
    if (control.type === 'range' && typeof wanted === 'number' && Number.isFinite(wanted))
      return [control.id, nearest(wanted, control)]
    if (control.type === 'switch' && typeof wanted === 'boolean') return [control.id, wanted]
    if (control.type === 'choice' && typeof wanted === 'string')
      if (control.options.some(({ id }) => id === wanted) || control.accepts?.(wanted)) return [control.id, wanted]
    return [control.id, control.initial]
  })
  return Object.fromEntries(values)
}

/** The values after a handle was given a value, as near as its range allows. */
export function moved(lens: Lens, values: LensValues, handle: Handle, value: number): LensValues {
  const next = nearest(value, handle)
  return lens.move?.(values, handle.id, next) ?? { ...values, [handle.id]: next }
}

/** On a step of a range, and inside of it. */
function nearest(value: number, { min, max, step }: Pick<Handle, 'min' | 'max' | 'step'>): number {
  return round(bounded(min + Math.round((value - min) / step) * step, min, max), 6)
}

export interface LensScene extends Scene {
  readonly figure: Figure
}

/** A slide of 16:9: title, what is shown, and the figure, for the last row. */
export function drawLens(lens: Lens, values: LensValues, look: Look, language: Language): LensScene {
  const kit = kitFor({ look, language })
  const figure = lens.draw(values, { look, language })
  return {
    ...page,
    ...(look.background && { background: kit.theme.page }),
    title: kit.say(lens.title),
    description: figure.summary,
    origin: { x: 0, y: 0 },
    figure,
    primitives: [
      group('title', [kit.text(field.x, 42, kit.say(lens.title), styles.heading)]),
      // Apart from the title, which gives way to that of a step: that it is a simulation is said wherever it is shown.
      group('about', kit.lines(field.x, 68, kit.say(lens.about), field.width, styles.body, kit.theme.muted)),
      { ...group('figure', figure.primitives), title: figure.summary },
    ],
  }

  function group(id: string, children: readonly Primitive[]): GroupPrimitive {
    return { kind: 'group', id, children: strengthened(children, look) }
  }
}
