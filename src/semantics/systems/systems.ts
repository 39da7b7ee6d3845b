// Systems side by side: one row for each diagram, or for each of its variants, with numbers that are computed.
import type { Diagram, Language } from '../../document/schema'
import { familyOf } from '../../document/families'
import { basisText, isDoubtful } from '../../document/basis'
import { own } from '../../document/own'
import { say } from '../../document/words'
import { analyse } from '../analyse'
import { phasesOf } from '../setting'
import { imageTokens } from './imageTokens'

export interface SystemRow {
  /** As the diagram's file is called. */
  readonly name: string
  readonly system: string
  readonly variant: string
  readonly year: number | undefined
  readonly family: string
  /** The phase that the numbers are of. */
  readonly phase: string
  readonly total: bigint
  readonly trainable: bigint
  readonly frozen: bigint
  readonly active: bigint
  /** For one example. */
  readonly forward: bigint
  readonly training: bigint
  readonly imageTokens: bigint | undefined
  /**
   * Parameters that one token meets, as LIMoE's article counts them (Mustafa et al., arXiv:2206.02770): in two towers the
   * mean of both, in one tower the active ones.
   */
  readonly perToken: bigint | undefined
  /** Examples seen in all phases of the variant, where the document says how many. */
  readonly seen: bigint | undefined
  /** The first result that the document gives for the variant: `ImageNet, zero-shot: 0.762`. */
  readonly result: string
}

export interface NamedDiagram {
  readonly name: string
  readonly diagram: Diagram
}

export interface SystemChoice {
  /** Every variant; otherwise that which opens first. */
  readonly variants?: boolean
  readonly language?: Language
}

/** In the order of the diagrams and of their variants. */
export function systemRows(diagrams: readonly NamedDiagram[], choice: SystemChoice = {}): SystemRow[] {
  return diagrams.flatMap(({ name, diagram }) => {
    const all = choice.variants && diagram.variants?.length ? diagram.variants.map(({ id }) => id) : [undefined]
    return all.map((variant) => systemRow(name, diagram, variant, choice.language ?? 'en'))
  })
}

function systemRow(name: string, diagram: Diagram, variant: string | undefined, language: Language): SystemRow {
  const analysis = analyse(diagram, { variant })
  const { params, flops } = analysis.total
  const { about } = diagram
  const family = familyOf(about.family)
  return {
    name,
    system: say(about.title, language),
    variant: say(analysis.variant?.label, language) || (analysis.variant?.id ?? ''),
    year: about.year,
    family: family ? say(family.label, language) : '',
    phase: say(analysis.phase?.label, language),
    total: params.total,
    trainable: params.trainable,
    frozen: params.frozen,
    active: params.active,
    forward: flops.forward,
    training: flops.training,
    imageTokens: imageTokens(analysis),
    perToken: perToken(about.family, params.active),
    seen: seenBy(diagram, analysis.variant?.id),
    result: resultOf(diagram, analysis.variant?.id, language),
  }
}

function perToken(family: string | undefined, active: bigint): bigint | undefined {
  if (family === 'two-towers') return active / 2n
  return family === 'one-tower' ? active : undefined
}

function seenBy(diagram: Diagram, variant: string | undefined): bigint | undefined {
  const counts = phasesOf(diagram, { variant }).flatMap(({ examples }) => {
    if (examples === undefined) return []
    const count = typeof examples === 'number' ? examples : own(examples, variant ?? '')
    return count === undefined ? [] : [BigInt(Math.round(count))]
  })
  return counts.length ? counts.reduce((sum, count) => sum + count, 0n) : undefined
}

function resultOf({ results }: Diagram, variant: string | undefined, language: Language): string {
  const result = results?.find((each) => each.variant === undefined || each.variant === variant)
  if (!result) return ''
  const text = [
    say(result.task, language),
    [say(result.metric, language), result.value].filter(Boolean).join(' '),
  ].join(': ')
  return isDoubtful(result.basis) ? `${text} (${basisText(result.basis, language)})` : text
}
