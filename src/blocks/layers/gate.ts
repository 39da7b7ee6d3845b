// One learned number that decides how much of a branch is let through.
import { given } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'
import type { Kind } from '../tensor'
import { phrases, terms } from '../words'

const kinds: readonly Kind[] = ['tokens', 'vector', 'map']
const written = { tanh: 'tanh(α)', sigmoid: 'σ(α)', scalar: 'α' } as const

export const gate = defineBlock({
  type: 'gate',
  label: { en: 'Gate', ja: 'ゲート', 'zh-Hans': '门控', 'zh-Hant': '閘控' },
  group: 'layers',
  about: {
    en: 'Multiplies a branch by one learned number; where that begins at 0 the branch is shut at first and the network begins as it was without it.',
    ja: '枝に学習された 1 つの数を掛ける。0 から始めれば枝は最初閉じていて、ネットワークは枝のないときと同じ状態から始まる。',
    'zh-Hans': '把一个分支乘以一个可学习的数；若从 0 开始，分支起初关闭，网络从没有它时的状态出发。',
    'zh-Hant': '把一個分支乘以一個可學習的數；若從 0 開始，分支起初關閉，網路從沒有它時的狀態出發。',
  },
  source: 'Alayrac et al., Flamingo, arXiv:2204.14198; Bachlechner et al., ReZero, arXiv:2003.04887',
  fields: {
    form: { type: 'choice', label: terms.form, options: ['tanh', 'sigmoid', 'scalar'], initial: 'tanh' },
    init: { type: 'words', label: terms.beginsAs, initial: '0' },
  },
  inputs: [{ id: 'x', kinds }],
  outputs: [{ id: 'x', kinds }],
  shape: (_, inputs) => ({ x: given(inputs, 'x') }),
  weights: () => [{ name: 'alpha', shape: [] }],
  sublabel: ({ form, init }, _, say) =>
    [`× ${written[form]}`, ...(init === '' ? [] : [say(phrases.from, { a: 'α', n: init })])].join(say(phrases.comma)),
  example: { x: tensor('tokens', ['B', 'T', 2048], 'language') },
})
