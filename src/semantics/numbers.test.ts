// Parameters and FLOPs of the diagrams for any sizes, beside the closed formulas of the literature, written out here anew.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analysed, at, block, blockMacs, runs, type Sizes } from './counted.fixture'

describe('CLIP', () => {
  const vision = (s: Sizes) => {
    const [p, d, layers, e] = [s.patch_size!, s.vision_width!, s.vision_layers!, s.embed_dim!]
    const h = Math.floor(d * s.vision_mlp_ratio!)
    const patches = Math.floor(s.image_size! / p) ** 2
    const n = patches + 1
    return {
      params: 3 * p * p * d + d + n * d + 2 * d + layers * block(d, h) + 2 * d + d * e,
      flops: 2 * (patches * 3 * p * p * d + layers * blockMacs(n, d, h) + d * e),
    }
  }
  const text = (s: Sizes) => {
    const [d, layers, e, t] = [s.text_width!, s.text_layers!, s.embed_dim!, s.context_length!]
    const h = Math.floor(d * s.text_mlp_ratio!)
    return {
      params: s.vocab_size! * d + t * d + layers * block(d, h) + 2 * d + d * e,
      flops: 2 * (layers * blockMacs(t, d, h) + d * e),
    }
  }
  const check = (sizes: Sizes, variant?: string) => {
    const analysis = analysed('clip', sizes, variant)
    const [image, words] = [vision(sizes), text(sizes)]
    expect(at(analysis, 'image_encoder', 'image_projection')).toMatchObject(image)
    expect(at(analysis, 'text_encoder', 'text_projection')).toMatchObject(words)
    expect(at(analysis).params).toBe(image.params + words.params + 1)
    expect(at(analysis).flops).toBe(image.flops + words.flops + 2 * sizes.embed_dim!)
  }

  test('any sizes', () => {
    const sizes = fc.record({
      image_size: fc.integer({ min: 64, max: 500 }),
      patch_size: fc.integer({ min: 8, max: 40 }),
      vision_layers: fc.integer({ min: 0, max: 60 }),
      vision_heads: fc.integer({ min: 1, max: 20 }),
      vision_mlp_ratio: fc.constantFrom(1, 2.5, 4, 4.3637, 4.9231, 8.5715),
      text_layers: fc.integer({ min: 1, max: 36 }),
      text_heads: fc.integer({ min: 1, max: 20 }),
      text_mlp_ratio: fc.constantFrom(2, 4, 3.7362),
      context_length: fc.integer({ min: 1, max: 300 }),
      vocab_size: fc.integer({ min: 1, max: 100_000 }),
      embed_dim: fc.integer({ min: 1, max: 2000 }),
    })
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 104 }), (s, head) => {
        check({ ...s, vision_width: s.vision_heads * head, text_width: s.text_heads * head })
      }),
      runs,
    )
  })

  test('g/14 and e/14 of open_clip, whose hidden widths are cut to whole numbers', () => {
    const common = { image_size: 224, patch_size: 14, context_length: 77, vocab_size: 49408, text_mlp_ratio: 4 }
    const g = { vision_width: 1408, vision_layers: 40, vision_heads: 16, vision_mlp_ratio: 4.3637 }
    check({ ...common, ...g, text_width: 1024, text_layers: 24, text_heads: 16, embed_dim: 1024 })
    const e = { vision_width: 1792, vision_layers: 56, vision_heads: 16, vision_mlp_ratio: 8.5715 }
    check({ ...common, ...e, text_width: 1280, text_layers: 36, text_heads: 20, embed_dim: 1280 }, 'ViT-L/14')
  })

  test('a batch multiplies the work of the encoders, and squares that of the similarities', () => {
    const [one, eight] = [analysed('clip', {}), analysed('clip', { B: 8 })]
    expect(eight.total.params).toEqual(one.total.params)
    expect(at(eight, 'image_encoder').flops).toBe(8 * at(one, 'image_encoder').flops)
    expect(at(eight, 'similarity').flops).toBe(64 * at(one, 'similarity').flops)
  })
})

describe('LIMoE', () => {
  test('any sizes', () => {
    const sizes = fc
      .record({
        image_size: fc.integer({ min: 64, max: 400 }),
        patch_size: fc.integer({ min: 8, max: 40 }),
        heads: fc.integer({ min: 1, max: 16 }),
        layers: fc.integer({ min: 1, max: 40 }),
        mlp_dim: fc.integer({ min: 1, max: 6000 }),
        experts: fc.integer({ min: 1, max: 64 }),
        text_length: fc.integer({ min: 1, max: 64 }),
        vocab_size: fc.integer({ min: 1, max: 64_000 }),
      })
      .chain((s) =>
        fc.record({
          head: fc.integer({ min: 1, max: 80 }),
          moe_layers: fc.integer({ min: 0, max: s.layers }),
          top_k: fc.integer({ min: 1, max: s.experts }),
          s: fc.constant(s),
        }),
      )
    fc.assert(
      fc.property(sizes, ({ s, head, moe_layers: n, top_k: k }) => {
        const set = { ...s, width: s.heads * head, moe_layers: n, top_k: k }
        const [d, h, e, p] = [set.width, s.mlp_dim, s.experts, s.patch_size]
        const images = Math.floor(s.image_size / p) ** 2
        const mlp = 2 * d * h + h + d
        const ends = 3 * p * p * d + d + images * d + s.vocab_size * d + s.text_length * d + 2 * d + 2 * (d * d + d) + 1
        const dense = s.layers * block(d, h) + n * d * e
        const analysis = analysed('limoe', set)
        expect(at(analysis).params).toBe(ends + dense + n * (e - 1) * mlp)
        expect(at(analysis).active).toBe(ends + dense + n * (k - 1) * mlp)
        const attention = [images, s.text_length].reduce(
          (sum, m) => sum + s.layers * (m * 4 * d * d + 2 * m * m * d),
          0,
        )
        const forward = (images + s.text_length) * ((s.layers - n + n * k) * 2 * d * h + n * d * e)
        const rest = images * 3 * p * p * d + 2 * d * d + d
        expect(at(analysis).flops).toBe(2 * (attention + forward + rest))
      }),
      runs,
    )
  })
})

describe('Flamingo', () => {
  test('any language model, also where the interval does not divide it or is longer', () => {
    const sizes = fc.record({
      lm_heads: fc.integer({ min: 1, max: 64 }),
      lm_layers: fc.integer({ min: 1, max: 90 }),
      cross_attn_every_n_layers: fc.integer({ min: 1, max: 100 }),
      vocab_size: fc.integer({ min: 1, max: 60_000 }),
      latents: fc.integer({ min: 1, max: 100 }),
      resampler_layers: fc.integer({ min: 0, max: 8 }),
      resampler_heads: fc.integer({ min: 1, max: 24 }),
      frames: fc.integer({ min: 1, max: 8 }),
      images: fc.integer({ min: 1, max: 6 }),
      text_length: fc.integer({ min: 1, max: 600 }),
    })
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 160 }), (s, head) => {
        const set = { ...s, lm_width: s.lm_heads * head }
        const [d, layers, t, r] = [set.lm_width, s.lm_layers, s.text_length, 1536]
        const crossed = Math.ceil(layers / s.cross_attn_every_n_layers)
        const analysis = analysed('flamingo', set, '80B', 'training')
        const language = ['embed', 'groups/layers', 'tail/layers', 'head']
        expect(at(analysis, ...language).params).toBe(layers * (13 * d * d + 2 * d) + d + s.vocab_size * d)
        expect(at(analysis, ...language).flops).toBe(
          2 * (layers * (13 * d * d * t + 3 * t * t * d) + t * d * s.vocab_size),
        )
        const visual = s.images * s.latents
        const cross = ['groups/xattn', 'tail/xattn']
        expect(at(analysis, ...cross).params).toBe(crossed * (12 * d * d + 4 * d + 2))
        expect(at(analysis, ...cross).flops).toBe(
          2 * crossed * (10 * d * d * t + 2 * d * d * visual + 2 * t * visual * d),
        )
        const inner = s.resampler_heads * 128
        const seen = 100 * s.frames + s.latents
        expect(at(analysis, 'resampler').params).toBe(
          3072 * r + 8 * r + s.latents * r + s.resampler_layers * (4 * r * inner + 8 * r * r + 6 * r) + 2 * r,
        )
        const layer = s.latents * (2 * r * inner + 8 * r * r) + seen * 2 * r * inner + 2 * s.latents * seen * inner
        expect(at(analysis, 'resampler').flops).toBe(
          2 * s.images * (s.resampler_layers * layer + 100 * s.frames * 3072 * r),
        )
        expect(at(analysis, 'vision').params).toBe(435_286_116)
        expect(at(analysis, 'vision').backward).toBe(0)
        expect(analysis.total.params.trainable).toBe(
          BigInt(at(analysis, ...cross, 'resampler', 'project_latents').params),
        )
      }),
      runs,
    )
  })

  test.each([
    [24, 1],
    [24, 2],
    [24, 7],
    [24, 24],
    [24, 25],
  ])('%d layers, one cross-attention before every %d', (lm_layers, cross_attn_every_n_layers) => {
    const analysis = analysed('flamingo', { lm_layers, cross_attn_every_n_layers }, '3B')
    const gates = ['groups/xattn/gate_1', 'tail/xattn/gate_1']
    expect(at(analysis, ...gates).params).toBe(Math.ceil(lm_layers / cross_attn_every_n_layers))
    expect(at(analysis, 'groups/layers', 'tail/layers').params).toBe(lm_layers * (13 * 2048 ** 2 + 2 * 2048))
  })

  test('the frozen language model is crossed by gradients, but for what comes before anything that learns', () => {
    const analysis = analysed('flamingo', {}, '3B', 'training')
    const layers = analysis.tallyAt('groups/layers').flops
    expect(layers.weightGradients).toBe(0n)
    // The projected distances of Transformer-XL are fixed when it is frozen: 12 of 13 D², and 5 of 6 operands.
    const [d, t] = [2048n, 256n]
    expect(layers.inputGradients).toBe(2n * 24n * (12n * d * d * t + 5n * t * t * d))
  })
})

describe('PaLI', () => {
  const sizes = fc.record({
    image_size: fc.integer({ min: 56, max: 700 }),
    vision_heads: fc.integer({ min: 1, max: 20 }),
    vision_layers: fc.integer({ min: 1, max: 60 }),
    vision_mlp_dim: fc.integer({ min: 1, max: 16_000 }),
    d_model: fc.integer({ min: 1, max: 5000 }),
    d_ff: fc.integer({ min: 1, max: 12_000 }),
    num_heads: fc.integer({ min: 1, max: 70 }),
    d_kv: fc.integer({ min: 1, max: 130 }),
    encoder_layers: fc.integer({ min: 0, max: 30 }),
    decoder_layers: fc.integer({ min: 0, max: 30 }),
    vocab_size: fc.integer({ min: 1, max: 260_000 }),
    text_length: fc.integer({ min: 1, max: 200 }),
    target_length: fc.integer({ min: 1, max: 200 }),
  })

  test('any sizes', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 112 }), (s, head) => {
        const w = s.vision_heads * head
        const analysis = analysed('pali', { ...s, vision_width: w }, '17B', 'pretraining')
        const n = Math.floor(s.image_size / 14) ** 2
        expect(at(analysis, 'vision')).toMatchObject({
          params: 588 * w + w + n * w + s.vision_layers * block(w, s.vision_mlp_dim) + 2 * w,
          flops: 2 * (n * 588 * w + s.vision_layers * blockMacs(n, w, s.vision_mlp_dim)),
          backward: 0,
        })
        const [d, i, e, l] = [s.d_model, s.num_heads * s.d_kv, s.encoder_layers, s.decoder_layers]
        expect(at(analysis, 'projection').params).toBe(w * d + d)
        expect(at(analysis, 'encoder').params).toBe(e * (4 * d * i + 3 * d * s.d_ff + 2 * d) + 32 * s.num_heads + d)
        expect(at(analysis, 'decoder').params).toBe(l * (8 * d * i + 3 * d * s.d_ff + 3 * d) + 32 * s.num_heads + d)
        expect(at(analysis, 'embed', 'decoder_embed').params).toBe(s.vocab_size * d)
        expect(at(analysis, 'lm_head').params).toBe(s.vocab_size * d)
        const [m, t] = [n + s.text_length, s.target_length]
        expect(at(analysis, 'encoder').flops).toBe(2 * e * (m * (4 * d * i + 3 * d * s.d_ff) + 2 * m * m * i))
        const attention = t * 6 * d * i + m * 2 * d * i + 2 * t * t * i + 2 * t * m * i
        expect(at(analysis, 'decoder').flops).toBe(2 * l * (attention + t * 3 * d * s.d_ff))
      }),
      runs,
    )
  })

  test('all trained, the backward pass costs twice the forward pass, but for the first layer’s pixels', () => {
    const analysis = analysed('pali', {}, '17B', 'high-resolution')
    const { forward, backward } = analysis.total.flops
    expect(2n * forward - backward).toBe(analysis.tallyAt('vision/patches').flops.forward)
  })
})
