// How shapes on edges are written in a view: with names, with numbers, or with numbers and free symbols.
import type { Tensor } from '../blocks/tensor'
import type { Language } from '../shared/languages'
import { safely, substitute } from '../shared/dimension'
import type { Analysis } from '../semantics/analyse'
import { writeTensor } from '../blocks/shapeText'
import type { ShapeText } from './view'

/** `named` is what travels there in the symbolic reading. */
export function shapeOn(
  { scope }: Analysis,
  text: ShapeText | undefined,
  tensor: Tensor | undefined,
  named: Tensor | undefined,
  language: Language = 'en',
): string {
  if (!tensor) return ''
  if (text === 'symbolic') return writeTensor(named ?? tensor, language)
  if (text !== 'numeric') return writeTensor(tensor, language)
  const shape = tensor.shape.map((size) => {
    const valued = safely(() => substitute(size, (name) => scope.examples.get(name)))
    return valued.ok ? valued.value : size
  })
  return writeTensor({ kind: tensor.kind, shape }, language)
}
