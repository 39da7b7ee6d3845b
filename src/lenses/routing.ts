// Tokens of two modalities through a router to experts with limited room. The router's numbers are made up from a seed;
// softmax, top-k, capacity, priority, dropping, load, importance and entropies are the real arithmetic, and the entropy
// losses act by their own gradient. Mustafa et al., LIMoE, arXiv:2206.02770; Riquelme et al., V-MoE, arXiv:2106.05974.
import { entropy, normal, seeded, softmax } from './kit'

export interface Token {
  readonly modality: 'vision' | 'language'
  /** Over the experts. */
  readonly shares: readonly number[]
}

export interface Assignment {
  readonly token: number
  readonly expert: number
  /** In the expert's buffer; absent when it was full. */
  readonly slot?: number
}

export interface Routed {
  readonly tokens: readonly Token[]
  readonly capacity: number
  readonly assignments: readonly Assignment[]
  /** By expert: tokens taken in, of each modality. */
  readonly load: readonly { readonly vision: number; readonly language: number }[]
  /** By expert: the sum of the router's shares. */
  readonly importance: readonly number[]
  /** How uneven importance and load are: the squared coefficient of variation, which V-MoE adds to its loss. */
  readonly unevenness: { readonly importance: number; readonly load: number }
  readonly dropped: { readonly vision: number; readonly language: number }
  /** Mean entropy of a token's shares, and the entropy of the mean share, by modality, in nats. */
  readonly local: { readonly vision: number; readonly language: number }
  readonly global: { readonly vision: number; readonly language: number }
}

export interface RoutingOptions {
  readonly visionTokens: number
  readonly languageTokens: number
  readonly experts: number
  readonly topK: number
  readonly capacityFactor: number
  /** Tokens with the surest choice go first, instead of in their order. */
  readonly priority: boolean
  /** Steps of gradient descent on the two entropy losses. */
  readonly steps: number
  readonly seed: number
}

const rate = 2

export function route(options: RoutingOptions): Routed {
  const { visionTokens, languageTokens, experts, topK, capacityFactor, priority, steps, seed } = options
  const random = seeded(seed)
  const modalities = [
    ...Array.from({ length: visionTokens }, () => 'vision' as const),
    ...Array.from({ length: languageTokens }, () => 'language' as const),
  ]
  // The rarer modality finds one expert before anything balances it, as LIMoE reports without its losses.
  const lean = {
    vision: Array.from({ length: experts }, () => normal(random)),
    language: Array.from({ length: experts }, () => 2 * normal(random)),
  }
  let logits = modalities.map((modality) => lean[modality].map((each) => each + 0.8 * normal(random)))
  for (let step = 0; step < steps; step++) logits = descend(logits, modalities)
  const tokens = logits.map((each, i): Token => ({ modality: modalities[i]!, shares: softmax(each) }))
  const capacity = Math.max(1, Math.ceil((topK * tokens.length * capacityFactor) / experts))

  const wishes = tokens.map(({ shares }) =>
    shares
      .map((_, expert) => expert)
      .sort((a, b) => shares[b]! - shares[a]! || a - b)
      .slice(0, topK),
  )
  const order = tokens.map((_, i) => i)
  const best = (i: number) => tokens[i]!.shares[wishes[i]![0]!]!
  if (priority) order.sort((a, b) => best(b) - best(a) || a - b)
  const taken = Array.from({ length: experts }, () => 0)
  const assignments: Assignment[] = []
  // All first choices before any second one.
  for (let choice = 0; choice < topK; choice++)
    for (const token of order) {
      const expert = wishes[token]![choice]!
      assignments.push(taken[expert]! < capacity ? { token, expert, slot: taken[expert]!++ } : { token, expert })
    }
  const count = (modality: Token['modality'], test: (each: Assignment) => boolean) =>
    assignments.filter((each) => tokens[each.token]!.modality === modality && test(each)).length
  const of = (modality: Token['modality']) =>
    tokens.filter((each) => each.modality === modality).map(({ shares }) => shares)
  const both = <T>(make: (modality: Token['modality']) => T) => ({ vision: make('vision'), language: make('language') })
  const importance = taken.map((_, expert) => tokens.reduce((sum, { shares }) => sum + shares[expert]!, 0))
  const wished = taken.map((_, expert) => assignments.filter((each) => each.expert === expert).length)
  return {
    tokens,
    capacity,
    assignments,
    load: taken.map((_, expert) =>
      both((modality) => count(modality, (each) => each.expert === expert && each.slot !== undefined)),
    ),
    importance,
    unevenness: { importance: unevennessOf(importance), load: unevennessOf(wished) },
    dropped: both((modality) => count(modality, (each) => each.slot === undefined)),
    local: both((modality) => mean(of(modality).map(entropy))),
    global: both((modality) => (of(modality).length ? entropy(meanShares(of(modality))) : 0)),
  }
}

/** One step down the local entropy of each token and up the entropy of each modality's mean, by the exact gradient. */
function descend(logits: readonly number[][], modalities: readonly Token['modality'][]): number[][] {
  const shares = logits.map(softmax)
  const means = { vision: meanShares(pick('vision')), language: meanShares(pick('language')) }
  function pick(modality: Token['modality']) {
    return shares.filter((_, i) => modalities[i] === modality)
  }
  return logits.map((each, i) => {
    const p = shares[i]!
    const h = entropy(p)
    const m = means[modalities[i]!]
    // d(−H(m))/dp = ln m + 1, through the softmax; d H(p)/dl = −p (ln p + H).
    const pull = p.map((_, e) => Math.log(m[e]!) + 1)
    const centre = p.reduce((sum, share, e) => sum + share * pull[e]!, 0)
    return each.map((logit, e) => logit - rate * (-p[e]! * (Math.log(p[e]!) + h) + p[e]! * (pull[e]! - centre)))
  })
}

/** Variance over squared mean: 0 where all get the same. */
function unevennessOf(list: readonly number[]): number {
  const middle = mean(list)
  return middle === 0 ? 0 : mean(list.map((each) => (each - middle) ** 2)) / middle ** 2
}

function meanShares(list: readonly (readonly number[])[]): number[] {
  return (list[0] ?? []).map((_, e) => mean(list.map((shares) => shares[e]!)))
}

function mean(list: readonly number[]): number {
  return list.length ? list.reduce((a, b) => a + b, 0) / list.length : 0
}
