// What the next keys will show, made ready while the talk rests: the step after this one and the step before it; and then what
// stands side by side anywhere, which takes long to arrange.
import { useEffect } from 'react'
import type { Language } from '../../document/schema'
import { bounds } from '../../drawing/bounds'
import type { LayOut } from '../../layout/layout'
import type { Look } from '../../scene/look'
import type { Size } from '../../shared/geometry'
import { preparePair } from '../beside/usePair'
import { drawnLens } from './drawnLens'
import { travelIn, type Talk } from './prepare'

/** In milliseconds: longer than the glide to a step, shorter than anybody speaks of it. */
const rest = 500
/** Between two parts of the work. */
const pause = 60

export function useAhead(
  talk: Talk,
  at: number,
  look: Look,
  language: Language,
  layOut: LayOut,
  screen: Size | undefined,
) {
  useEffect(() => {
    const wanted = [at + 1, at - 1].filter((index) => talk.steps[index])
    const drawLensOf = (index: number) => {
      const lens = talk.lens(index)
      if (lens) drawnLens(lens, look.theme, language)
    }
    const pairOf = (index: number) => {
      const { beside } = talk.steps[index]!.step
      const left = beside && screen && talk.picture(index, look)
      if (left) void preparePair(talk.diagram, beside, left, layOut, screen)
    }
    const work = wanted.flatMap((index) => {
      const { step, shows } = talk.steps[index]!
      if (step.lens) return [() => drawLensOf(index)]
      const picture = () => {
        const made = talk.picture(index, look)
        if (made) bounds(made.scene.primitives)
        return made
      }
      const travel = () => {
        const made = picture()
        if (made && shows.flow) travelIn(made)
      }
      return [picture, () => pairOf(index), travel]
    })
    for (const [index, { step }] of talk.steps.entries())
      if (step.beside && !wanted.includes(index)) work.push(() => pairOf(index))
    let timer = setTimeout(goOn, rest)
    function goOn() {
      work.shift()?.()
      if (work.length > 0) timer = setTimeout(goOn, pause)
    }
    return () => clearTimeout(timer)
  }, [talk, at, look, language, layOut, screen])
}
