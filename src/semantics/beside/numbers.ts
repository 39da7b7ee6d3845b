// The numbers that two diagrams, or two settings of one, are held against each other by.
import type { Analysis } from '../analyse'
import { short } from '../number'
import { quantityNames } from '../quantities'
import { imageTokens } from '../systems/imageTokens'
import type { Translated } from '../../shared/languages'

const names = {
  ...quantityNames,
  active: { en: 'Active per token', ja: 'トークンあたり', 'zh-Hans': '每词元激活', 'zh-Hant': '每詞元啟用' },
  trainable: { en: 'Trainable', ja: '学習する割合', 'zh-Hans': '可训练比例', 'zh-Hant': '可訓練比例' },
} as const satisfies Readonly<Record<string, Translated>>

export interface ComparedNumber {
  readonly name: Translated
  readonly left: string
  readonly right: string
  /** How often the left goes into the right: `× 2.4`; empty where that says nothing. */
  readonly ratio: string
}

export function comparedNumbers(left: Analysis, right: Analysis): readonly ComparedNumber[] {
  const [a, b] = [left.total, right.total]
  const isRouted = [a, b].some(({ params }) => params.active !== params.total)
  const count = (name: keyof typeof names, x: bigint | undefined, y: bigint | undefined): ComparedNumber => ({
    name: names[name],
    left: x === undefined ? '–' : short(x),
    right: y === undefined ? '–' : short(y),
    ratio: ratioOf(x, y),
  })
  return [
    count('parameters', a.params.total, b.params.total),
    ...(isRouted ? [count('active', a.params.active, b.params.active)] : []),
    { name: names.trainable, left: shareOf(left), right: shareOf(right), ratio: '' },
    count('imageTokens', imageTokens(left), imageTokens(right)),
    count('forwardFlops', a.flops.forward, b.flops.forward),
    count('trainingFlops', a.flops.training, b.flops.training),
  ]
}

/** `1.4 %` */
function shareOf({ total: { params } }: Analysis): string {
  if (params.total === 0n) return '–'
  return `${Number((params.trainable * 1000n) / params.total) / 10} %`
}

function ratioOf(left: bigint | undefined, right: bigint | undefined): string {
  if (!left || !right || left === right) return ''
  const ratio = Number(right) / Number(left)
  const told = Number(ratio.toPrecision(ratio < 1 ? 2 : 3))
  return told === 1 ? '' : `× ${told}`
}
