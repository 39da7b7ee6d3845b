// The second line of the losses that are a cross-entropy.
import type { Dim } from '../../shared/dimension'
import { isZero } from '../arithmetic'
import { phrases, type Say } from '../words'

export function crossEntropyWords(smoothing: Dim, show: (size: Dim) => string, say: Say): string {
  const words = [say(phrases.crossEntropy)]
  if (!isZero(smoothing)) words.push(say(phrases.smoothing, { n: show(smoothing) }))
  return words.join(say(phrases.comma))
}
