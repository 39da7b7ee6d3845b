// What a training phase keeps in memory besides activations: weights, gradients, Adam's moments and a master copy. How
// large activations are depends on batch, recomputation and the program that runs them; they are not guessed here.
import { allTrained } from './allTrained'
import type { Analysis } from './analyse'
import type { Translated } from '../shared/languages'
import { short } from './number'
import { everyNode, type TreeNode } from './tree'
import { isWithin } from '../shared/path'

/** Bytes for one parameter. */
export interface Precision {
  readonly id: PrecisionName
  readonly label: Translated
  /** Of the weights that the passes compute with, trainable or frozen. */
  readonly weight: bigint
  readonly gradient: bigint
  /** A copy of each trainable weight that takes the small steps. */
  readonly master: bigint
  /** Both of Adam's moments together. */
  readonly moments: bigint
  /** One sentence with its source. */
  readonly about: Translated
}

export const precisionNames = ['fp32', 'mixed', 'mixed-fp32-gradients', 'bf16'] as const
export type PrecisionName = (typeof precisionNames)[number]

const zero = 'Rajbhandari et al., ZeRO, arXiv:1910.02054, §3.1'

/** A trainable parameter costs 16 bytes in the first two, 18 in the third and 8 in the last. */
const precisions: readonly Precision[] = [
  {
    id: 'fp32',
    label: { en: 'fp32', ja: 'fp32', 'zh-Hans': 'fp32', 'zh-Hant': 'fp32' },
    weight: 4n,
    gradient: 4n,
    master: 0n,
    moments: 8n,
    about: {
      en: 'Everything in 32 bits: 4 + 4 + 8 bytes for each trainable parameter.',
      ja: 'すべて 32 ビット。学習可能なパラメータ 1 個につき 4 + 4 + 8 バイト。',
      'zh-Hans': '全部 32 位：每个可训练参数 4 + 4 + 8 字节。',
      'zh-Hant': '全部 32 位元：每個可訓練參數 4 + 4 + 8 位元組。',
    },
  },
  {
    id: 'mixed',
    label: {
      en: 'bf16, fp32 master copy',
      ja: 'bf16、マスター重みは fp32',
      'zh-Hans': 'bf16，fp32 主副本',
      'zh-Hant': 'bf16，fp32 主副本',
    },
    weight: 2n,
    gradient: 2n,
    master: 4n,
    moments: 8n,
    about: {
      en: `Mixed precision: weights and gradients in 16 bits, a master copy and moments in 32; 2 + 2 + 4 + 8 bytes (${zero}).`,
      ja: `混合精度。重みと勾配は 16 ビット、マスター重みとモーメントは 32 ビット。2 + 2 + 4 + 8 バイト（${zero}）。`,
      'zh-Hans': `混合精度：权重和梯度 16 位，主副本和动量 32 位；2 + 2 + 4 + 8 字节（${zero}）。`,
      'zh-Hant': `混合精度：權重和梯度 16 位元，主副本和動量 32 位元；2 + 2 + 4 + 8 位元組（${zero}）。`,
    },
  },
  {
    id: 'mixed-fp32-gradients',
    label: {
      en: 'bf16, fp32 gradients and master copy',
      ja: 'bf16、勾配とマスター重みは fp32',
      'zh-Hans': 'bf16，fp32 梯度与主副本',
      'zh-Hant': 'bf16，fp32 梯度與主副本',
    },
    weight: 2n,
    gradient: 4n,
    master: 4n,
    moments: 8n,
    about: {
      en: 'Mixed precision whose gradients are summed in 32 bits, as Megatron-LM does for bf16; 2 + 4 + 4 + 8 bytes.',
      ja: '混合精度で、勾配は 32 ビットで累積（Megatron-LM の bf16 と同じ）。2 + 4 + 4 + 8 バイト。',
      'zh-Hans': '混合精度，梯度以 32 位累加，与 Megatron-LM 的 bf16 做法相同；2 + 4 + 4 + 8 字节。',
      'zh-Hant': '混合精度，梯度以 32 位元累加，與 Megatron-LM 的 bf16 做法相同；2 + 4 + 4 + 8 位元組。',
    },
  },
  {
    id: 'bf16',
    label: { en: 'bf16 throughout', ja: 'すべて bf16', 'zh-Hans': '全程 bf16', 'zh-Hant': '全程 bf16' },
    weight: 2n,
    gradient: 2n,
    master: 0n,
    moments: 4n,
    about: {
      en: 'Everything in 16 bits: 2 + 2 + 4 bytes. Small steps are lost to rounding.',
      ja: 'すべて 16 ビット。2 + 2 + 4 バイト。小さな更新は丸めで失われる。',
      'zh-Hans': '全部 16 位：2 + 2 + 4 字节。小的更新会因舍入而丢失。',
      'zh-Hant': '全部 16 位元：2 + 2 + 4 位元組。小的更新會因捨入而遺失。',
    },
  },
]

export function precisionOf(name: PrecisionName): Precision {
  return precisions.find((each) => each.id === name)!
}

/** Bytes, exact, over all devices together. */
export interface Memory {
  readonly weights: bigint
  readonly gradients: bigint
  readonly master: bigint
  readonly moments: bigint
  readonly total: bigint
}

/** Parameters by what the optimiser does with them. */
export interface Trained {
  /** Present in this phase, frozen ones included. */
  readonly kept: bigint
  readonly trainable: bigint
  /** Trainable, and a gradient arrives: only these have gradients and moments. */
  readonly reached: bigint
}

/** Of the whole, or of the node at a path with everything inside. */
export function trainedIn({ tree, flow, tallyAt }: Analysis, path = ''): Trained {
  const leaves = [...everyNode(tree)].filter((item) => !item.inside && item.state !== 'absent')
  // Shared weights are counted with their owner, and learn when any of those that use them does.
  const learning = new Set<TreeNode>()
  for (const item of leaves)
    if (flow.at(item.path)?.weightRuns) for (const each of [item, item.owner]) if (each) learning.add(each)
  let [kept, trainable, reached] = [0n, 0n, 0n]
  for (const item of leaves) {
    if (!isWithin(item.path, path)) continue
    const size = tallyAt(item.path).params.total
    kept += size
    if (item.state !== 'trainable') continue
    trainable += size
    if (learning.has(item)) reached += size
  }
  return { kept, trainable, reached }
}

export function memoryFor({ kept, trainable, reached }: Trained, name: PrecisionName): Memory {
  const bytes = precisionOf(name)
  const weights = kept * bytes.weight
  const gradients = reached * bytes.gradient
  const master = trainable * bytes.master
  const moments = reached * bytes.moments
  return { weights, gradients, master, moments, total: weights + gradients + master + moments }
}

export function memoryOf(analysis: Analysis, precision: PrecisionName = 'mixed', path = ''): Memory {
  return memoryFor(trainedIn(analysis, path), precision)
}

export interface Saving {
  readonly now: Memory
  /** The same model in the same phase with nothing frozen. */
  readonly everything: Memory
  readonly bytes: bigint
  /** Training FLOPs for one example, now and with nothing frozen. */
  readonly training: bigint
  readonly trainingEverything: bigint
}

/** What freezing saves in this phase, of an analysis by numbers. Undefined where nothing is trained: there is no loss. */
export function savedByFreezing(analysis: Analysis, precision: PrecisionName = 'mixed'): Saving | undefined {
  if (!analysis.flow.hasLoss) return undefined
  const all = allTrained(analysis)
  const [now, everything] = [memoryOf(analysis, precision), memoryOf(all, precision)]
  return {
    now,
    everything,
    bytes: everything.total - now.total,
    training: analysis.total.flops.training,
    trainingEverything: all.total.flops.training,
  }
}

/** 1.29 TB: powers of a thousand, as ZeRO counts. */
export function bytesText(bytes: bigint): string {
  return bytes < 1000n ? `${bytes} B` : short(bytes, ['', ' kB', ' MB', ' GB', ' TB', ' PB', ' EB'])
}
