// Which phase is meant when none is named: that of the variant, or of the view for the variant that opens first.
import { expect, test } from 'vitest'
import type { Diagram } from '../document/schema'
import { phaseOf, type Setting } from './setting'

const diagram: Diagram = {
  version: 1,
  about: { title: 'sizes' },
  symbols: { side: 224 },
  variants: [
    { id: 'low', set: {} },
    { id: 'high', phase: 'second', set: {} },
    { id: 'free', set: {} },
    { id: 'lost', phase: 'nowhere', set: {} },
  ],
  phases: [
    { id: 'zeroth', label: '0' },
    { id: 'first', label: '1', variants: ['low', 'high', 'free'] },
    { id: 'second', label: '2', variants: ['high'] },
  ],
  nodes: [],
  edges: [],
  view: { variant: 'low', phase: 'first' },
}

test.each<[Setting, Diagram['view'], string]>([
  [{}, diagram.view, 'first'],
  [{ variant: 'high' }, diagram.view, 'second'],
  [{ variant: 'high', phase: 'first' }, diagram.view, 'first'],
  [{ variant: 'free' }, diagram.view, 'first'],
  // What leads nowhere, or is not gone through, is passed over.
  [{ variant: 'lost' }, diagram.view, 'zeroth'],
  [{ variant: 'low', phase: 'second' }, diagram.view, 'first'],
  // A person who saved the high one in its first phase finds it there again.
  [{}, { variant: 'high', phase: 'first' }, 'first'],
  [{ variant: 'high' }, { variant: 'high', phase: 'first' }, 'first'],
  [{}, { variant: 'high' }, 'second'],
])('%j with the view %j: %s', (setting, view, phase) => {
  expect(phaseOf({ ...diagram, view }, setting)?.id).toBe(phase)
})
