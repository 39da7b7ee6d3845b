// What the lenses compute, worked out once more from the formulas of the papers: nothing here calls what it checks, but to
// compare.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attends, type MaskKind } from './causality'
import { batchOf } from './contrastive'
import { opening } from './gate'
import { lastImage, sees, tagsOf } from './mask'
import { cutOf } from './patches'
import { resamplingOf } from './resampler'
import { route, type Routed, type RoutingOptions } from './routing'

const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0)
const mean = (list: readonly number[]) => sum(list) / list.length

const batches = fc.record({
  size: fc.integer({ min: 2, max: 16 }),
  temperature: fc.integer({ min: 1, max: 100 }).map((n) => n / 100),
  agreement: fc.integer({ min: 0, max: 100 }).map((n) => n / 100),
  seed: fc.integer({ min: 1, max: 99 }),
})

test('InfoNCE of CLIP: cross-entropy of the diagonal, over the rows and over the columns of cos / τ', () => {
  fc.assert(
    fc.property(batches, ({ size, temperature, agreement, seed }) => {
      const batch = batchOf(size, temperature, agreement, seed)
      const { similarity: s } = batch
      for (const each of s.flat()) expect(Math.abs(each)).toBeLessThanOrEqual(1 + 1e-12)
      // −log of exp(s_ii / τ) / Σ_j exp(s_ij / τ), as 1 / Σ_j exp((s_ij − s_ii) / τ), which cannot run over.
      const shareInRow = (i: number, j: number) =>
        1 / sum(s[i]!.map((other) => Math.exp((other - s[i]![j]!) / temperature)))
      const shareInColumn = (i: number, j: number) =>
        1 / sum(s.map((row) => Math.exp((row[j]! - s[i]![j]!) / temperature)))
      for (let i = 0; i < size; i++)
        for (let j = 0; j < size; j++) {
          expect(batch.rows[i]![j]!).toBeCloseTo(shareInRow(i, j), 9)
          expect(batch.columns[i]![j]!).toBeCloseTo(shareInColumn(i, j), 9)
        }
      expect(batch.imageToText).toBeCloseTo(mean(s.map((_, i) => -Math.log(shareInRow(i, i)))), 8)
      expect(batch.textToImage).toBeCloseTo(mean(s.map((_, i) => -Math.log(shareInColumn(i, i)))), 8)
    }),
    { seed: 1, numRuns: 60 },
  )
})

test('the sigmoid loss of SigLIP: −Σ log σ(z (t cos + b)) / B, t = 1/τ, b = −10, z = ±1', () => {
  fc.assert(
    fc.property(batches, ({ size, temperature, agreement, seed }) => {
      const { similarity, sigmoid } = batchOf(size, temperature, agreement, seed)
      let loss = 0
      similarity.forEach((row, i) =>
        row.forEach((cosine, j) => {
          const z = i === j ? 1 : -1
          loss -= Math.log(1 / (1 + Math.exp(-z * (cosine / temperature - 10))))
        }),
      )
      expect(sigmoid).toBeCloseTo(loss / size, 7)
    }),
    { seed: 2, numRuns: 60 },
  )
})

const routings: fc.Arbitrary<RoutingOptions> = fc
  .record({
    visionTokens: fc.integer({ min: 0, max: 64 }),
    languageTokens: fc.integer({ min: 0, max: 64 }),
    experts: fc.integer({ min: 2, max: 32 }),
    topK: fc.integer({ min: 1, max: 4 }),
    capacityFactor: fc.integer({ min: 5, max: 40 }).map((n) => n / 20),
    priority: fc.boolean(),
    steps: fc.integer({ min: 0, max: 60 }),
    seed: fc.integer({ min: 1, max: 99 }),
  })
  .map((each) => ({ ...each, topK: Math.min(each.topK, each.experts) }))

/** Algorithms 1 and 2 of V-MoE: choice after choice, token after token; with priority in the order of the largest share. */
function placed(shares: readonly (readonly number[])[], { topK, priority }: RoutingOptions, capacity: number) {
  const room = shares[0]?.map(() => capacity) ?? []
  const tokens = shares.map((_, i) => i)
  if (priority) tokens.sort((a, b) => Math.max(...shares[b]!) - Math.max(...shares[a]!) || a - b)
  const left = shares.map((each) => new Map(each.map((share, expert) => [expert, share])))
  const taken: string[] = []
  const dropped: string[] = []
  for (let choice = 0; choice < topK; choice++)
    for (const token of tokens) {
      let best = -1
      for (const [expert, share] of left[token]!) if (best < 0 || share > left[token]!.get(best)!) best = expert
      left[token]!.delete(best)
      if (room[best]! > 0) taken.push(`${token} to ${best}, place ${capacity - room[best]!--}`)
      else dropped.push(`${token} to ${best}`)
    }
  return { taken, dropped }
}

test('routing of V-MoE: capacity ⌈k N C / E⌉, who is placed where, and who is dropped', () => {
  fc.assert(
    fc.property(routings, (options) => {
      const routed = route(options)
      const { tokens, capacity, assignments, importance, load, dropped } = routed
      const count = options.visionTokens + options.languageTokens
      const whole = (options.topK * count * options.capacityFactor) / options.experts
      expect(capacity).toBeGreaterThanOrEqual(Math.max(1, whole - 1e-9))
      expect(capacity).toBeLessThan(Math.max(whole, 0) + 1 + 1e-9)
      for (const { shares } of tokens) expect(sum(shares)).toBeCloseTo(1, 9)
      const expected = placed(
        tokens.map(({ shares }) => shares),
        options,
        capacity,
      )
      const name = ({ token, expert }: Routed['assignments'][number]) => `${token} to ${expert}`
      const isIn = (each: Routed['assignments'][number]) => each.slot !== undefined
      expect(assignments.filter(isIn).map((each) => `${name(each)}, place ${each.slot}`)).toEqual(expected.taken)
      expect(assignments.filter((each) => !isIn(each)).map(name)).toEqual(expected.dropped)
      expect(dropped.vision + dropped.language).toBe(expected.dropped.length)
      for (const [e, { vision, language }] of load.entries()) {
        expect(vision + language).toBe(expected.taken.filter((each) => each.includes(` to ${e},`)).length)
        expect(importance[e]!).toBeCloseTo(sum(tokens.map(({ shares }) => shares[e]!)), 9)
      }
    }),
    { seed: 3, numRuns: 150 },
  )
})

test('importance and load losses of V-MoE: (standard deviation / mean)², the load before anybody is dropped', () => {
  fc.assert(
    fc.property(routings, (options) => {
      const { unevenness, assignments, tokens } = route(options)
      if (tokens.length === 0) return expect(unevenness).toEqual({ importance: 0, load: 0 })
      const experts = Array.from({ length: options.experts }, (_, e) => e)
      const squaredVariation = (list: readonly number[]) =>
        (mean(list.map((each) => each * each)) - mean(list) ** 2) / mean(list) ** 2
      const given = experts.map((e) => sum(tokens.map(({ shares }) => shares[e]!)))
      const asked = experts.map((e) => assignments.filter(({ expert }) => expert === e).length)
      expect(unevenness.importance).toBeCloseTo(squaredVariation(given), 7)
      expect(unevenness.load).toBeCloseTo(squaredVariation(asked), 7)
    }),
    { seed: 4, numRuns: 60 },
  )
})

test('entropies of LIMoE: the mean of the tokens’ entropies, and the entropy of their mean, in each modality', () => {
  const entropy = (list: readonly number[]) => sum(list.map((p) => (p > 0 ? p * Math.log(1 / p) : 0)))
  fc.assert(
    fc.property(routings, (options) => {
      const { tokens, local, global } = route(options)
      for (const modality of ['vision', 'language'] as const) {
        const own = tokens.filter((each) => each.modality === modality).map(({ shares }) => shares)
        const middle = Array.from({ length: options.experts }, (_, e) => mean(own.map((shares) => shares[e]!)))
        expect(local[modality]).toBeCloseTo(own.length ? mean(own.map(entropy)) : 0, 8)
        expect(global[modality]).toBeCloseTo(own.length ? entropy(middle) : 0, 8)
        // Entropy is concave.
        expect(local[modality]).toBeLessThanOrEqual(global[modality] + 1e-9)
      }
    }),
    { seed: 5, numRuns: 60 },
  )
})

test('one step of the entropy losses goes down their gradient, as differences of the loss have it', () => {
  const options = {
    visionTokens: 5,
    languageTokens: 4,
    experts: 3,
    topK: 1,
    capacityFactor: 1,
    priority: false,
    seed: 9,
  }
  const logits = (routed: Routed) => routed.tokens.map(({ shares }) => shares.map((share) => Math.log(share)))
  const [before, after] = [logits(route({ ...options, steps: 0 })), logits(route({ ...options, steps: 1 }))]
  const softmax = (list: readonly number[]) => list.map((each) => 1 / sum(list.map((other) => Math.exp(other - each))))
  const entropy = (list: readonly number[]) => -sum(list.map((p) => p * Math.log(p)))
  /** Σ H(p_i) − n H(mean p), of one modality: what is made small, times the number of its tokens. */
  const loss = (all: readonly (readonly number[])[]) => {
    const shares = all.map(softmax)
    return sum(shares.map(entropy)) - all.length * entropy([0, 1, 2].map((e) => mean(shares.map((p) => p[e]!))))
  }
  for (const [from, to] of [
    [0, 5],
    [5, 9],
  ] as const)
    for (let i = from; i < to; i++) {
      const moves = before[i]!.map((_, e) => {
        const nudged = (by: number) =>
          loss(before.slice(from, to).map((row, r) => row.map((x, c) => (r === i - from && c === e ? x + by : x))))
        return -(nudged(1e-5) - nudged(-1e-5)) / 2e-5
      })
      // Shares say logits up to a constant for each token.
      const shift = mean(after[i]!.map((x, e) => x - before[i]![e]! - 2 * moves[e]!))
      after[i]!.forEach((x, e) => expect(x - before[i]![e]! - shift).toBeCloseTo(2 * moves[e]!, 5))
    }
})

test('cross-attention of Flamingo: a token sees the image whose tag stands last at or before it, or with all: every such', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 6, max: 24 }),
      fc.array(fc.integer({ min: 0, max: 23 }), { maxLength: 8 }),
      (length, at) => {
        const phi = lastImage(tagsOf(at, length))
        const places = [...new Set(at)].filter((place) => place < length).sort((a, b) => a - b)
        for (let token = 0; token < length; token++)
          places.forEach((place, i) => {
            const isBefore = place <= token
            const isLast = isBefore && !places.some((other) => other > place && other <= token)
            expect(sees(phi[token]!, i + 1, 'last')).toBe(isLast)
            expect(sees(phi[token]!, i + 1, 'all')).toBe(isBefore)
          })
      },
    ),
    { seed: 6 },
  )
})

test('masks of T5: full, causal, prefix; and an encoder whose output a causal decoder reads', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 24 }), fc.integer({ min: 0, max: 24 }), (count, wanted) => {
      const prefix = Math.min(wanted, count)
      const matrix = (kind: MaskKind) =>
        Array.from({ length: count }, (_, q) => Array.from({ length: count }, (__, k) => attends(kind, q, k, prefix)))
      const size = (kind: MaskKind) => matrix(kind).flat().filter(Boolean).length
      const rest = count - prefix
      const triangle = (n: number) => (n * (n + 1)) / 2
      expect(size('full')).toBe(count ** 2)
      expect(size('causal')).toBe(triangle(count))
      expect(size('prefix')).toBe(prefix * prefix + rest * prefix + triangle(rest))
      expect(size('encoderDecoder')).toBe(size('prefix'))
      for (const [q, row] of matrix('encoderDecoder').entries())
        for (const [k, isSeen] of row.entries()) {
          if (k < prefix) expect(isSeen).toBe(true)
          else expect(isSeen).toBe(q >= prefix && k <= q)
        }
    }),
    { seed: 7 },
  )
})

test('the resampler of Flamingo: T·S + 64 keys and values for 64 queries', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 32 }), fc.integer({ min: 16, max: 1024 }), (frames, perFrame) => {
      let keys = 0
      for (let frame = 0; frame < frames; frame++) keys += perFrame
      expect(resamplingOf(frames, perFrame, 64, false).keys).toBe(keys)
      expect(resamplingOf(frames, perFrame, 64)).toEqual({
        features: keys,
        keys: keys + 64,
        scores: 64 * (keys + 64),
        full: keys * keys,
      })
    }),
  )
})

test('gates: tanh, sigmoid and α itself, with their slopes as differences have them', () => {
  const written = {
    tanh: (a: number) => (Math.exp(2 * a) - 1) / (Math.exp(2 * a) + 1),
    sigmoid,
    scalar: (a: number) => a,
  }
  function sigmoid(a: number) {
    return Math.exp(a) / (Math.exp(a) + 1)
  }
  fc.assert(
    fc.property(
      fc.constantFrom('tanh', 'sigmoid', 'scalar'),
      fc.integer({ min: -300, max: 300 }),
      (form, hundredths) => {
        const [a, f] = [hundredths / 100, written[form]]
        expect(opening(form, a).value).toBeCloseTo(f(a), 9)
        expect(opening(form, a).slope).toBeCloseTo((f(a + 1e-5) - f(a - 1e-5)) / 2e-5, 6)
      },
    ),
  )
  expect(opening('tanh', 0)).toEqual({ value: 0, slope: 1 })
})

test('patches of ViT: as many squares as fit, and the pixels that none covers', () => {
  // 224, 448 and 588 with the patches of CLIP, of PaLI and of LiT.
  expect([224, 448, 588].map((size) => cutOf(size, 14).tokens)).toEqual([256, 1024, 1764])
  expect([224, 448, 588].map((size) => cutOf(size, 16).tokens)).toEqual([196, 784, 1296])
  expect([224, 448, 588].map((size) => cutOf(size, 32).tokens)).toEqual([49, 196, 324])
  fc.assert(
    fc.property(fc.integer({ min: 112, max: 896 }), fc.integer({ min: 8, max: 64 }), (image, patch) => {
      let side = 0
      while ((side + 1) * patch <= image) side += 1
      expect(cutOf(image, patch)).toEqual({ side, tokens: side * side, rest: image - side * patch })
    }),
  )
})
