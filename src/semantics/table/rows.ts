// All nodes of a diagram with their numbers, one row each, for tables that are sorted and copied.
import type { Language } from '../../document/schema'
import { pretty } from '../../shared/dimension'
import type { Analysis } from '../analyse'
import { writeTensor } from '../../blocks/shapeText'
import { titleOf } from '../title'
import { everyNode, type TreeNode } from '../tree'
import { doubtsAt, doubtText } from '../doubts'
import type { Unsure } from '../unsure'
import { idsOf } from '../../shared/path'

export interface NodeRow {
  readonly path: string
  /** How many containers stand around it. */
  readonly depth: number
  readonly isContainer: boolean
  readonly title: string
  /** `× 24`; empty when it stands once. */
  readonly repeat: string
  readonly state: TreeNode['state'] | 'mixed' | undefined
  /** Of the outputs: `B × 256 × 1792`; several are joined by `; `. */
  readonly shape: string
  readonly params: bigint
  readonly trainable: bigint
  readonly frozen: bigint
  readonly active: bigint
  readonly forward: bigint
  readonly training: bigint
  /** Of the whole diagram's parameters, and of its forward FLOPs, from 0 to 1. */
  readonly paramShare: number
  readonly flopShare: number
  /** On what it rests that the literature does not say for sure, joined by `, `; empty where all is sure. */
  readonly unsure: string
}

/** In the order of the document, containers before what is inside them. */
export function rowsOf(analysis: Analysis, language: Language = 'en', unsure?: Unsure): NodeRow[] {
  const whole = analysis.total
  return [...everyNode(analysis.tree)].map((item): NodeRow => {
    const { params, flops } = analysis.tallyAt(item.path)
    return {
      path: item.path,
      depth: idsOf(item.path).length - 1,
      isContainer: item.inside !== undefined,
      title: titleOf(analysis.diagram, item, language),
      repeat: repeatText(item),
      state: stateOf(item, params.trainable, params.frozen),
      shape: item.inference.outputPorts
        .flatMap(({ id }) => item.inference.outputs[id] ?? [])
        .map((tensor) => writeTensor(tensor, language))
        .join('; '),
      params: params.total,
      trainable: params.trainable,
      frozen: params.frozen,
      active: params.active,
      forward: flops.forward,
      training: flops.training,
      paramShare: shareOf(params.total, whole.params.total),
      flopShare: shareOf(flops.forward, whole.flops.forward),
      unsure: unsure
        ? doubtsAt(analysis, unsure, item.path)
            .map((each) => doubtText(analysis, each, language))
            .join(', ')
        : '',
    }
  })
}

/** `× 24`; empty when it stands once. */
export function repeatText({ inference: { repetition } }: TreeNode): string {
  if (!repetition || repetition.times === 1) return ''
  return `× ${repetition.times ?? pretty(repetition.count)}`
}

/** Exact to a double, however large both are. */
export function shareOf(part: bigint, whole: bigint): number {
  return whole > 0n ? Number((part * 10n ** 15n) / whole) / 1e15 : 0
}

/** Undefined where there are no weights. */
function stateOf(item: TreeNode, trainable: bigint, frozen: bigint): NodeRow['state'] {
  if (item.state === 'absent') return 'absent'
  if (trainable > 0n && frozen > 0n) return 'mixed'
  if (trainable > 0n) return 'trainable'
  return frozen > 0n ? 'frozen' : undefined
}
