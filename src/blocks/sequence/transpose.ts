// The dimensions of a tensor in another order.
import { numberOf, pretty, type Dim } from '../../shared/dimension'
import { given } from '../axes'
import { defineBlock } from '../block'
import { refuse, shown } from '../clash'
import { tensor } from '../example'
import type { Kind } from '../tensor'

const kinds: readonly Kind[] = ['tokens', 'vector', 'map', 'image', 'matrix', 'logits', 'gates']

export const transpose = defineBlock({
  type: 'transpose',
  label: 'Transpose',
  group: 'sequence',
  about: 'Puts the dimensions of a tensor in another order; the numbers themselves stay as they are.',
  source: 'numpy.transpose; torch.permute',
  fields: {
    axes: {
      type: 'shape',
      label: 'Axes',
      hint: 'Which dimension comes first, second and so on, counted from 0; empty to swap the last two.',
      initial: [],
      least: 0,
    },
  },
  inputs: [{ id: 'x', kinds }],
  outputs: [{ id: 'x', kinds }],
  shape({ axes }, inputs) {
    const x = given(inputs, 'x')
    const { shape } = x
    if (axes.length === 0) {
      const [last, before] = [shape.at(-1), shape.at(-2)]
      if (!last || !before) return refuse('x', `\`x\` is ${shown(shape)}: there are no two dimensions to swap`)
      return { x: { ...x, shape: [...shape.slice(0, -2), last, before] } }
    }
    const order = axes.map(numberOf)
    const isOrder = order.length === shape.length && shape.every((_, axis) => order.includes(axis))
    if (!isOrder) {
      const all = shape.map((_, axis) => axis).join(', ')
      return refuse(
        'x',
        `\`x\` is ${shown(shape)}, but the axes are ${written(axes)}: each of ${all} has to occur once`,
      )
    }
    return { x: { ...x, shape: order.map((axis) => shape[axis!]!) } }
  },
  sublabel: ({ axes }) => (axes.length ? written(axes) : 'last two swapped'),
  example: { x: tensor('tokens', ['B', 196, 768], 'vision') },
})

function written(axes: readonly Dim[]): string {
  return axes.map(pretty).join(', ')
}
