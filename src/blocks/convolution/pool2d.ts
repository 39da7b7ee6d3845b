// A smaller map without weights.
import { isOne } from '../arithmetic'
import { given, mapAxes } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'
import { shapeOf, strided } from './convolution'

export const pool2d = defineBlock({
  type: 'pool2d',
  label: 'Pooling',
  group: 'convolution',
  about: 'Makes a map smaller by the mean or the largest number of each window.',
  source: 'He et al., ResNet, arXiv:1512.03385',
  fields: {
    kernel: { type: 'dimension', label: 'Window', initial: 2 },
    stride: { type: 'dimension', label: 'Stride', initial: 2 },
    form: { type: 'choice', label: 'Form', options: ['average', 'max'], initial: 'average' },
  },
  inputs: [{ id: 'map', kinds: ['map', 'image'] }],
  outputs: [{ id: 'map', kinds: ['map', 'image'] }],
  shape({ stride }, inputs) {
    const map = given(inputs, 'map')
    const axes = mapAxes(map)
    return { map: { kind: map.kind, shape: shapeOf(strided(axes, stride, axes.channels)) } }
  },
  sublabel({ kernel, stride, form }, show) {
    return `${form} ${show(kernel)} × ${show(kernel)}${isOne(stride) ? '' : `, stride ${show(stride)}`}`
  },
  example: { map: tensor('map', ['B', 64, 112, 112], 'vision') },
})
