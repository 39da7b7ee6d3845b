// The block that a name which no block has was probably meant for.
import { catalogue, type Arg } from '../shared/message'
import { nearest } from '../shared/nearest'
import { blocks } from '.'

const asides = catalogue({
  perhaps: {
    en: ' (perhaps “{name}” is meant)',
    ja: '（「{name}」のことかもしれません）',
    'zh-Hans': '（也许是“{name}”）',
    'zh-Hant': '（也許是「{name}」）',
  },
})

export function nearestBlock(type: string): string | undefined {
  return nearest(
    type,
    blocks.map((block) => block.type),
  )
}

/** An aside for a sentence about the name; nothing where no other is near. */
export function meantBlock(type: string): Arg {
  const name = nearestBlock(type)
  return name === undefined ? '' : asides.perhaps({ name })
}
