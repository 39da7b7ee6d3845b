// A small document that tests change: a frozen vision encoder, a text stream, and one layer that both use.
import type { Diagram } from './schema'

export const example: Diagram = {
  version: 1,
  about: { title: 'Example' },
  symbols: { width: 64, heads: 4, layers: 2, hidden: '4 * width', B: { example: 1, label: 'batch' } },
  variants: [
    { id: 'S', set: {} },
    { id: 'L', set: { width: 128 } },
  ],
  phases: [
    { id: 'pretrain', label: 'Pretraining', states: { vision: 'frozen', 'vision/blocks/attention': 'trainable' } },
    { id: 'tune', label: 'Tuning', states: { lm: 'frozen' }, variants: ['L'] },
  ],
  modules: {
    layer: {
      label: 'Layer',
      params: { heads: 'heads' },
      inputs: [{ id: 'x' }],
      outputs: [{ id: 'x' }],
      nodes: [
        { id: 'ln_1', block: 'layerNorm' },
        { id: 'attention', block: 'selfAttention', params: { heads: 'heads' } },
        { id: 'add_1', block: 'add' },
      ],
      edges: [
        { from: 'in.x', to: 'ln_1.x' },
        { from: 'ln_1.x', to: 'attention.x' },
        { from: 'in.x', to: 'add_1.a' },
        { from: 'attention.x', to: 'add_1.b' },
        { from: 'add_1.x', to: 'out.x' },
      ],
    },
  },
  nodes: [
    { id: 'image', block: 'image' },
    {
      id: 'vision',
      label: 'Vision encoder',
      init: 'CLIP',
      group: {
        inputs: [{ id: 'image' }],
        outputs: [{ id: 'tokens' }],
        nodes: [
          { id: 'patch', block: 'patchEmbedding', params: { width: 'width' } },
          { id: 'blocks', module: 'layer', repeat: 'layers' },
        ],
        edges: [
          { from: 'in.image', to: 'patch.image' },
          { from: 'patch.tokens', to: 'blocks.x' },
          { from: 'blocks.x', to: 'out.tokens' },
        ],
      },
    },
    { id: 'project', block: 'linear', params: { width: 'width' } },
    { id: 'text', block: 'tokenIds' },
    { id: 'embed', block: 'tokenEmbedding', params: { vocab_size: 100, width: 'width' } },
    { id: 'lm', module: 'layer', params: { heads: 'heads * 2' } },
    { id: 'join', block: 'concat' },
    { id: 'norm', block: 'layerNorm' },
  ],
  edges: [
    { from: 'image.image', to: 'vision.image' },
    { from: 'vision.tokens', to: 'project.x', label: 'patches', shape: true },
    { from: 'text.ids', to: 'embed.ids' },
    { from: 'embed.tokens', to: 'lm.x' },
    { from: 'project.x', to: 'join.a' },
    { from: 'lm.x', to: 'join.b' },
    { from: 'join.x', to: 'norm.x' },
  ],
  texts: [
    {
      id: 'text',
      node: 'vision',
      x: 0,
      y: 60,
      width: 200,
      size: 'small',
      leader: true,
      words: { en: 'Frozen', ja: '凍結' },
    },
    { id: 'text_2', x: 10, y: 300, words: 'free' },
  ],
  frames: [{ id: 'frame', nodes: ['text', 'embed', 'lm'], words: 'Language' }],
  published: [
    { quantity: 'params', value: 1, tolerance: 1, node: ['vision', 'lm'] },
    { quantity: 'params', value: 1, tolerance: 1, node: 'project', phase: 'tune', variant: 'L' },
  ],
  view: {
    phase: 'pretrain',
    unfolded: ['vision', 'vision/blocks'],
    pins: { 'vision/patch': { x: 10, y: 20 }, 'layer:attention': { x: 5, y: 6 }, project: { x: 300, y: 0 } },
  },
}
