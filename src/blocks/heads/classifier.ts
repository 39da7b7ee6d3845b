// Scores over classes.
import { times } from '../arithmetic'
import { given, vectorsOf, widthOf, withWidth } from '../axes'
import { defineBlock } from '../block'
import { tensor } from '../example'
import { projection } from '../weight'

export const classifier = defineBlock({
  type: 'classifier',
  label: 'Classifier',
  group: 'heads',
  about: 'Gives every vector one score for each class.',
  source: 'torch.nn.Linear',
  fields: {
    classes: { type: 'dimension', label: 'Classes', initial: 1000 },
    bias: { type: 'boolean', label: 'Bias', initial: true },
  },
  inputs: [{ id: 'x', kinds: ['vector', 'tokens'] }],
  outputs: [{ id: 'logits', kinds: ['logits'] }],
  shape({ classes }, inputs) {
    return { logits: { kind: 'logits', shape: withWidth(given(inputs, 'x'), classes).shape } }
  },
  weights: ({ classes, bias }, inputs) => projection('kernel', widthOf(given(inputs, 'x')), classes, bias),
  macs({ classes }, inputs) {
    const x = given(inputs, 'x')
    return { weights: times(vectorsOf(x), widthOf(x), classes) }
  },
  sublabel: ({ classes }, show) => `→ ${show(classes)} classes`,
  example: { x: tensor('vector', ['B', 768], 'vision') },
})
