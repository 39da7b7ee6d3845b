// The drawing of a lens, kept for as long as its values are: a talk draws ahead what its next step begins with.
import type { Language } from '../../document/schema'
import { drawLens, type LensScene, type OpenLens } from '../../lenses'
import type { LensValues } from '../../lenses/lens'
import { plainLook } from '../../scene/look'
import type { ThemeName } from '../../scene/scene'

const known = new WeakMap<LensValues, Map<string, LensScene>>()

export function drawnLens(
  { lens, values }: Pick<OpenLens, 'lens' | 'values'>,
  theme: ThemeName,
  language: Language,
): LensScene {
  const ofValues = known.get(values) ?? new Map<string, LensScene>()
  const key = `${theme} ${language}`
  const scene = ofValues.get(key) ?? drawLens(lens, values, { ...plainLook, theme }, language)
  known.set(values, ofValues.set(key, scene))
  return scene
}
