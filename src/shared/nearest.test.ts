import { expect, test } from 'vitest'
import { nearest } from './nearest'

const names = ['add', 'layerNorm', 'rmsNorm', 'linear', 'selfAttention', 'lmHead', 'pool']

test.each([
  ['LayerNorm', 'layerNorm'],
  ['layer_norm', 'layerNorm'],
  ['layernrom', 'layerNorm'],
  ['self-attention', 'selfAttention'],
  ['linaer', 'linear'],
  ['Add', 'add'],
  ['lmhead', 'lmHead'],
  ['hologram', undefined],
  ['and', 'add'],
  ['xy', undefined],
  ['', undefined],
  ['x'.repeat(100_000), undefined],
])('%s means %s', (name, meant) => expect(nearest(name, names)).toBe(meant))
