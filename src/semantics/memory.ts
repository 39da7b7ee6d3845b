// What a training phase keeps in memory besides activations: weights, gradients, Adam's moments and a master copy. How
// large activations are depends on batch, recomputation and the program that runs them; they are not guessed here.
import { allTrained } from './allTrained'
import type { Analysis } from './analyse'
import { short } from './number'
import { everyNode, type TreeNode } from './tree'

/** Bytes for one parameter. */
export interface Precision {
  readonly id: PrecisionName
  readonly label: string
  /** Of the weights that the passes compute with, trainable or frozen. */
  readonly weight: bigint
  readonly gradient: bigint
  /** A copy of each trainable weight that takes the small steps. */
  readonly master: bigint
  /** Both of Adam's moments together. */
  readonly moments: bigint
  /** One sentence with its source. */
  readonly about: string
}

export const precisionNames = ['fp32', 'mixed', 'mixed-fp32-gradients', 'bf16'] as const
export type PrecisionName = (typeof precisionNames)[number]

const zero = 'Rajbhandari et al., ZeRO, arXiv:1910.02054, §3.1'

/** A trainable parameter costs 16 bytes in the first two, 18 in the third and 8 in the last. */
export const precisions: readonly Precision[] = [
  {
    id: 'fp32',
    label: 'fp32',
    weight: 4n,
    gradient: 4n,
    master: 0n,
    moments: 8n,
    about: 'Everything in 32 bits: 4 + 4 + 8 bytes for each trainable parameter.',
  },
  {
    id: 'mixed',
    label: 'bf16, fp32 master copy',
    weight: 2n,
    gradient: 2n,
    master: 4n,
    moments: 8n,
    about: `Mixed precision: weights and gradients in 16 bits, a master copy and moments in 32; 2 + 2 + 4 + 8 bytes (${zero}).`,
  },
  {
    id: 'mixed-fp32-gradients',
    label: 'bf16, fp32 gradients and master copy',
    weight: 2n,
    gradient: 4n,
    master: 4n,
    moments: 8n,
    about: 'Mixed precision whose gradients are summed in 32 bits, as Megatron-LM does for bf16; 2 + 4 + 4 + 8 bytes.',
  },
  {
    id: 'bf16',
    label: 'bf16 throughout',
    weight: 2n,
    gradient: 2n,
    master: 0n,
    moments: 4n,
    about: 'Everything in 16 bits: 2 + 2 + 4 bytes. Small steps are lost to rounding.',
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
    if (path && item.path !== path && !item.path.startsWith(`${path}/`)) continue
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
