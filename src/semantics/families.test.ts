// The other families beside their closed formulas, and the shapes that follow from any sizes.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analysed, at, block, blockMacs, runs, shapeAt } from './counted.fixture'

const int = (min: number, max: number) => fc.integer({ min, max })

test('ViT, with a class token or an attention pool', () => {
  const sizes = fc.record({
    image_size: int(64, 500),
    patch_size: int(8, 40),
    heads: int(1, 20),
    layers: int(0, 60),
    mlp_dim: int(1, 16_000),
    classes: int(1, 30_000),
    class_token: int(0, 1),
  })
  fc.assert(
    fc.property(sizes, int(1, 112), (s, head) => {
      const [p, h, layers, c] = [s.patch_size, s.mlp_dim, s.layers, s.class_token]
      const d = s.heads * head
      const patches = Math.floor(s.image_size / p) ** 2
      const n = patches + c
      const pool = d + (4 * d * d + 4 * d) + 2 * d + (2 * d * h + h + d)
      const analysis = analysed('vit', { ...s, width: d }, c ? 'B/16' : 'g/14')
      expect(at(analysis).params).toBe(
        3 * p * p * d + d + c * d + n * d + layers * block(d, h) + 2 * d + (1 - c) * pool + d * s.classes + s.classes,
      )
      const pooling = 2 * d * d + 2 * d * h + n * 2 * d * d + 2 * n * d
      expect(at(analysis).flops).toBe(
        2 * (patches * 3 * p * p * d + layers * blockMacs(n, d, h) + (1 - c) * pooling + d * s.classes),
      )
      expect(shapeAt(analysis, 'image_encoder/ln_post.x')).toEqual([1, n, d])
      expect(shapeAt(analysis, 'loss.logits')).toEqual([1, s.classes])
    }),
    runs,
  )
})

test('mT5', () => {
  const sizes = fc.record({
    d_model: int(1, 5000),
    d_ff: int(1, 12_000),
    num_heads: int(1, 70),
    d_kv: int(1, 130),
    encoder_layers: int(0, 30),
    decoder_layers: int(0, 30),
    vocab_size: int(1, 260_000),
    text_length: int(1, 600),
    target_length: int(1, 600),
  })
  fc.assert(
    fc.property(sizes, (s) => {
      const [d, i, f] = [s.d_model, s.num_heads * s.d_kv, s.d_ff]
      const [n, t] = [s.text_length, s.target_length]
      const analysis = analysed('mt5', s)
      const layers =
        s.encoder_layers * (4 * d * i + 3 * d * f + 2 * d) + s.decoder_layers * (8 * d * i + 3 * d * f + 3 * d)
      expect(at(analysis).params).toBe(2 * s.vocab_size * d + layers + 2 * (32 * s.num_heads + d))
      const encoder = n * (4 * d * i + 3 * d * f) + 2 * n * n * i
      const decoder = t * (6 * d * i + 3 * d * f) + n * 2 * d * i + 2 * t * t * i + 2 * t * n * i
      expect(at(analysis).flops).toBe(
        2 * (s.encoder_layers * encoder + s.decoder_layers * decoder + t * d * s.vocab_size),
      )
      expect(shapeAt(analysis, 'decoder.context')).toEqual([1, n, d])
      expect(shapeAt(analysis, 'loss.logits')).toEqual([1, t, s.vocab_size])
    }),
    runs,
  )
})

describe('Flamingo', () => {
  /** Weight-standardised convolution with gain and bias, and squeeze and excitation. */
  const conv = (k: number, from: number, to: number, groups = 1) => k * k * (from / groups) * to + 2 * to
  const squeeze = (c: number) => c * (c / 2) * 2 + c / 2 + c
  const nfBlock = (from: number, to: number, isFirst: boolean) => {
    const m = to / 2
    const grouped = conv(3, m, m, m / 128)
    return conv(1, from, m) + 2 * grouped + conv(1, m, to) + squeeze(to) + 1 + (isFirst ? conv(1, from, to) : 0)
  }
  const features = (depths: readonly number[], final: number) => {
    const stem = conv(3, 3, 16) + conv(3, 16, 32) + conv(3, 32, 64) + conv(3, 64, 128)
    const widths = [128, 256, 512, 1536, 1536]
    const stages = depths.map((n, i) => {
      const [from, to] = [widths[i]!, widths[i + 1]!]
      return nfBlock(from, to, true) + (n - 1) * nfBlock(to, to, false)
    })
    return stem + stages.reduce((a, b) => a + b) + (final ? conv(1, 1536, final) : 0)
  }

  test('vision encoders of any depth and the resampler of any width, with the inferred projections or without', () => {
    const sizes = fc.record({
      image_size: int(64, 600),
      stage_1_blocks: int(1, 9),
      stage_2_blocks: int(1, 20),
      stage_3_blocks: int(1, 50),
      stage_4_blocks: int(1, 30),
      project_features: int(0, 1),
      project_latents: int(0, 1),
      resampler_heads: int(1, 24),
      resampler_head_width: int(1, 160),
      resampler_layers: int(1, 8),
      latents: int(1, 100),
      time_embeddings: int(1, 30),
      frames: int(1, 8),
    })
    fc.assert(
      fc.property(sizes, int(1, 2000), (s, width) => {
        // Without the projection the resampler is as wide as the last stage.
        const r = s.project_features ? width : 1536
        const analysis = analysed('flamingo', { ...s, resampler_width: r }, '3B', 'training')
        const depths = [s.stage_1_blocks, s.stage_2_blocks, s.stage_3_blocks, s.stage_4_blocks]
        expect(at(analysis, 'vision').params).toBe(features(depths, s.project_features * 3072))
        const halved = (size: number, times: number): number => (times ? halved(Math.ceil(size / 2), times - 1) : size)
        const places = halved(s.image_size, 5) ** 2
        expect(shapeAt(analysis, 'resampler.features')).toEqual([
          1,
          5,
          s.frames,
          places,
          s.project_features ? 3072 : 1536,
        ])
        const inner = s.resampler_heads * s.resampler_head_width
        const layer = 4 * r * inner + 8 * r * r + 6 * r
        expect(at(analysis, 'resampler').params).toBe(
          s.project_features * 3072 * r + (s.time_embeddings + s.latents) * r + s.resampler_layers * layer + 2 * r,
        )
        expect(at(analysis, 'project_latents').params).toBe(s.project_latents * r * 2048)
        const media = s.project_latents ? 2048 : r
        expect(at(analysis, 'groups/xattn').params).toBe(24 * (10 * 2048 ** 2 + 2 * 2048 * media + 4 * 2048 + 2))
        expect(shapeAt(analysis, 'groups.visual')).toEqual([1, 5 * s.latents, media])
      }),
      runs,
    )
  })
})

test('OpenFlamingo: one gated block after every n-th layer, of an inner width of its own', () => {
  const sizes = fc.record({
    lm_heads: int(1, 64),
    lm_layers: int(1, 60),
    cross_attn_every_n_layers: int(1, 70),
    vocab_size: int(1, 60_000),
    vision_heads: int(1, 20),
    resampler_layers: int(1, 8),
    resampler_heads: int(1, 12),
    resampler_head_width: int(1, 96),
    xattn_heads: int(1, 12),
    xattn_head_width: int(1, 96),
    latents: int(1, 100),
  })
  fc.assert(
    fc.property(sizes, int(1, 96), int(1, 64), (s, head, visionHead) => {
      const [d, v] = [s.lm_heads * head, s.vision_heads * visionHead]
      const set = { ...s, lm_width: d, vision_width: v }
      const analysis = analysed('open-flamingo', set, '9B', 'training')
      const [inner, crossed] = [
        s.xattn_heads * s.xattn_head_width,
        Math.floor(s.lm_layers / s.cross_attn_every_n_layers),
      ]
      const gated = 2 * d + inner * d + 2 * v * inner + inner * d + 2 * d + 8 * d * d + 2
      expect(at(analysis, 'groups/xattn').params).toBe(crossed * gated)
      const i = s.resampler_heads * s.resampler_head_width
      const layer = 4 * v + v * i + 2 * v * i + i * v + 2 * v + 8 * v * v
      expect(at(analysis, 'resampler').params).toBe(s.latents * v + s.resampler_layers * layer + 2 * v)
      // MPT: 12 D² and two norms without bias.
      const language = s.lm_layers * (12 * d * d + 2 * d) + d + s.vocab_size * d
      expect(at(analysis).params - at(analysis, 'vision', 'resampler', 'groups/xattn').params).toBe(language)
    }),
    runs,
  )
})

test('ALIGN: EfficientNet of any coefficients and BERT of any sizes', () => {
  const base = [
    [3, 1, 1, 16, 1],
    [3, 2, 6, 24, 2],
    [5, 2, 6, 40, 2],
    [3, 2, 6, 80, 3],
    [5, 1, 6, 112, 3],
    [5, 2, 6, 192, 4],
    [3, 1, 6, 320, 1],
  ] as const
  /** As the code of EfficientNet has it, in whole numbers: coefficients are given in tenths. */
  const rounded = (channels: number, tenths: number) => {
    const exact = channels * tenths
    const near = Math.max(8, Math.floor((exact + 40) / 80) * 8)
    return near * 100 < 9 * exact ? near + 8 : near
  }
  const mbConv = (k: number, from: number, e: number, to: number) => {
    const [m, s] = [e * from, Math.floor(from / 4)]
    return (e > 1 ? from * m + 2 * m : 0) + k * k * m + 2 * m + (m * s + s) + (s * m + m) + m * to + 2 * to
  }
  const sizes = fc.record({
    text_heads: int(1, 20),
    text_layers: int(0, 30),
    text_mlp_ratio: fc.constantFrom(2, 4, 4.3637),
    text_positions: int(64, 600),
    vocab_size: int(1, 120_000),
    image_size: int(64, 600),
  })
  fc.assert(
    fc.property(sizes, int(1, 96), int(10, 50), int(10, 60), (s, head, width, depth) => {
      const d = s.text_heads * head
      const set = { ...s, text_width: d, width_coefficient: width / 10, depth_coefficient: depth / 10 }
      const analysis = analysed('align', set, 'L2 + BERT-Large', 'pretraining')
      let [from, image] = [rounded(32, width), 0]
      image += 27 * from + 2 * from
      for (const [k, , e, c, n] of base) {
        const to = rounded(c, width)
        image += mbConv(k, from, e, to) + (Math.ceil((n * depth) / 10) - 1) * mbConv(k, to, e, to)
        from = to
      }
      expect(at(analysis, 'image_encoder').params).toBe(image)
      const h = Math.floor(d * s.text_mlp_ratio)
      const text = (s.vocab_size + s.text_positions + 2) * d + 2 * d + s.text_layers * block(d, h)
      expect(at(analysis, 'text_encoder').params).toBe(text)
      expect(at(analysis, 'text_projection').params).toBe(d * from + from)
      expect(at(analysis).params).toBe(image + text + d * from + from + 1)
      expect(at(analysis, 'text_encoder').flops).toBe(2 * s.text_layers * blockMacs(64, d, h))
      expect(shapeAt(analysis, 'similarity.a')).toEqual([1, from])
    }),
    runs,
  )
})

test('the shapes of CLIP, LIMoE and PaLI follow from their sizes', () => {
  const clip = analysed('clip', { image_size: 250, patch_size: 15, context_length: 40, embed_dim: 320, B: 3 })
  expect(shapeAt(clip, 'image_encoder/blocks.x')).toEqual([3, 16 * 16 + 1, 768])
  expect(shapeAt(clip, 'text_encoder/blocks/mlp.x')).toEqual([3, 40, 512])
  expect(shapeAt(clip, 'similarity.b')).toEqual([3, 320])
  expect(shapeAt(clip, 'loss.logits')).toEqual([3, 3])
  const limoe = analysed('limoe', { patch_size: 20, text_length: 12, experts: 6 }, 'B/16')
  expect(shapeAt(limoe, 'tower.x')).toEqual([1, 11 * 11 + 12, 768])
  expect(shapeAt(limoe, 'auxiliary.gates')).toEqual([1, 11 * 11 + 12, 6])
  const pali = analysed('pali', { d_model: 512, num_heads: 6, target_length: 9 }, '3B', 'pretraining')
  expect(shapeAt(pali, 'encoder.x')).toEqual([1, 256 + 64, 512])
  expect(shapeAt(pali, 'decoder/layers.context')).toEqual([1, 320, 512])
  expect(shapeAt(pali, 'loss.logits')).toEqual([1, 9, 250_112])
})
