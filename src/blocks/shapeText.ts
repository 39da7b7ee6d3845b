// Shapes as people read them.
import { numberOf, pretty, type Dim } from '../shared/dimension'
import type { Language } from '../shared/languages'
import { tell, type Message } from '../shared/message'
import { shapes } from './sentences'
import type { Tensor } from './tensor'

/** `B × (text_length + 256) × 1792`. */
export function writeShape(shape: readonly Dim[], language: Language = 'en'): string {
  return shape.length ? sizesOf(shape) : shapes.scalar().words[language]
}

/** What travels on an edge: a shape, or how many texts. */
export function writeTensor(tensor: Pick<Tensor, 'kind' | 'shape'>, language: Language = 'en'): string {
  const words = tensorWords(tensor)
  return typeof words === 'string' ? words : tell(words, language)
}

/** The same for a sentence. */
export function shapeWords(shape: readonly Dim[]): string | Message {
  return shape.length ? sizesOf(shape) : shapes.scalar()
}

export function tensorWords({ kind, shape }: Pick<Tensor, 'kind' | 'shape'>): string | Message {
  if (kind !== 'string') return shapeWords(shape)
  const several = shape.filter((size) => numberOf(size) !== 1)
  return several.length ? shapes.texts({ count: sizesOf(several) }) : shapes.text()
}

function sizesOf(shape: readonly Dim[]): string {
  return shape
    .map(pretty)
    .map((size) => (shape.length > 1 && / [+−] /.test(size) ? `(${size})` : size))
    .join(' × ')
}
