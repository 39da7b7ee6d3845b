// The numbers that two diagrams, or two settings of one, are held against each other by.
import type { Analysis } from '../analyse'
import { short } from '../number'
import { imageTokens } from '../systems/imageTokens'
import type { Translated } from '../../shared/languages'

const names = {
  parameters: { en: 'Parameters', ja: 'パラメータ', 'zh-Hans': '参数', 'zh-Hant': '參數' },
  active: { en: 'Active per token', ja: 'トークンあたり', 'zh-Hans': '每词元激活', 'zh-Hant': '每詞元啟用' },
  trainable: { en: 'Trainable', ja: '学習する割合', 'zh-Hans': '可训练比例', 'zh-Hant': '可訓練比例' },
  tokens: { en: 'Image tokens', ja: '画像トークン', 'zh-Hans': '图像词元', 'zh-Hant': '影像詞元' },
  forward: { en: 'Forward FLOPs', ja: '順伝播 FLOPs', 'zh-Hans': '前向 FLOPs', 'zh-Hant': '前向 FLOPs' },
  training: { en: 'Training FLOPs', ja: '学習 FLOPs', 'zh-Hans': '训练 FLOPs', 'zh-Hant': '訓練 FLOPs' },
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
    count('tokens', imageTokens(left), imageTokens(right)),
    count('forward', a.flops.forward, b.flops.forward),
    count('training', a.flops.training, b.flops.training),
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
