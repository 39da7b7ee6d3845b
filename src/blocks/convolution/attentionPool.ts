// CLIP's pooling of a ResNet's last map.
import { one, plus, times, zero } from '../arithmetic'
import { given, mapAxes } from '../axes'
import { headClash } from '../attention/heads'
import { defineBlock } from '../block'
import { tensor } from '../example'
import { projection } from '../weight'

export const attentionPool = defineBlock({
  type: 'attentionPool',
  label: 'Attention pool',
  group: 'convolution',
  about:
    'Pools a map with multi-head attention whose only query is the mean of the map; the mean and all places have learned positions.',
  source: 'Radford et al., CLIP, arXiv:2103.00020',
  fields: {
    heads: { type: 'dimension', label: 'Heads', initial: 32 },
    width: { type: 'dimension', label: 'Width', hint: 'Of the output.', initial: 1024 },
    queries: {
      type: 'choice',
      label: 'Queries',
      hint: 'open_clip works out all places and keeps the first, which costs more and gives the same.',
      options: ['mean', 'all'],
      initial: 'mean',
    },
  },
  inputs: [{ id: 'map', kinds: ['map'] }],
  outputs: [{ id: 'vector', kinds: ['vector'] }],
  shape({ heads, width }, inputs) {
    const { leading, channels } = mapAxes(given(inputs, 'map'))
    return (
      headClash('map', channels, { heads, head_width: zero, kv_heads: zero }) ?? {
        vector: { kind: 'vector', shape: [...leading, width] },
      }
    )
  },
  weights({ width }, inputs) {
    const map = mapAxes(given(inputs, 'map'))
    const { channels } = map
    return [
      { name: 'positions', shape: [plus(times(map.height, map.width), 1), channels] },
      ...['query', 'key', 'value'].flatMap((name) => projection(name, channels, channels, true)),
      ...projection('out', channels, width, true),
    ]
  },
  macs({ width, queries }, inputs) {
    const { maps, channels, height, width: columns } = mapAxes(given(inputs, 'map'))
    const keys = plus(times(height, columns), 1)
    const asked = queries === 'all' ? keys : one
    return {
      weights: times(maps, channels, plus(times(asked, plus(channels, width)), times(2, keys, channels))),
      activations: times(2, maps, asked, keys, channels),
    }
  },
  sublabel: ({ heads, width }, show) => `${show(heads)} heads → ${show(width)}`,
  example: { map: tensor('map', ['B', 2048, 7, 7], 'vision') },
})
