// How many tokens an image is: those that meet the text, or else those that its tower reads.
import type { Tensor } from '../../blocks/tensor'
import type { Analysis } from '../analyse'
import { everyNode, isPassedBy, type TreeNode } from '../tree'

/**
 * Tokens of one example's images. Where tokens of the image enter a block together with text (a concatenation, a
 * cross-attention), it is these, at the first such block; where there is none, as in two towers, the longest sequence of
 * image tokens. Undefined where no tokens come from an image: a convolutional tower, text alone.
 */
export function imageTokens(analysis: Analysis): bigint | undefined {
  let longest: bigint | undefined
  for (const item of everyNode(analysis.tree)) {
    if (item.inside || isPassedBy(item)) continue
    const inputs = tensorsOf(item)
    const lengths = inputs.filter(isImageTokens).map((tensor) => lengthOf(analysis, tensor))
    const most = lengths.reduce<bigint | undefined>((a, b) => (a === undefined || b > a ? b : a), undefined)
    if (most === undefined) continue
    if (inputs.some(isText)) return most
    if (longest === undefined || most > longest) longest = most
  }
  return longest
}

function tensorsOf({ inference }: TreeNode): Tensor[] {
  return Object.values(inference.inputs).filter((tensor) => tensor !== undefined)
}

function isImageTokens({ kind, modality }: Tensor): boolean {
  return kind === 'tokens' && modality.length === 1 && modality[0] === 'vision'
}

function isText({ kind, modality }: Tensor): boolean {
  return kind === 'tokens' && modality.includes('language') && !modality.includes('vision')
}

/** All of one example: images and frames count as far as they are kept apart. */
function lengthOf({ number }: Analysis, { shape }: Tensor): bigint {
  return shape.slice(1, -1).reduce((product, size) => product * number(size), 1n)
}
