// What is said of nodes and edges to those who hear the picture: title, what it is, state, size, shapes.
import { useMemo } from 'react'
import type { Analysis } from '../../semantics/analyse'
import { writeTensor } from '../../blocks/shapeText'
import { nodeAtPath } from '../../semantics/tree'
import { useSay, type Say } from '../strings/language'
import type { Spoken } from './toFlow'

export function useSpoken(analysis: Analysis | undefined): Spoken {
  const say = useSay()
  return useMemo(() => spokenIn(analysis, say), [analysis, say])
}

export function spokenIn(analysis: Analysis | undefined, say: Say): Spoken {
  return {
    node(node) {
      const inference = analysis && nodeAtPath(analysis.tree, node.path)?.inference
      const outputs = Object.values(inference?.outputs ?? {}).flatMap((tensor) => (tensor ? [writeTensor(tensor)] : []))
      const parts = [
        [node.title, node.count].filter(Boolean).join(' '),
        node.sublabel,
        node.state && say(`state.${node.state}`),
        node.badge && say('spoken.parameters', { count: node.badge }),
        outputs.length > 0 && say('spoken.gives', { shape: outputs.join('; ') }),
        node.foldable && say(node.inside ? 'spoken.open' : 'spoken.closed'),
        node.problem && say('spoken.problem', { problem: node.problem }),
      ]
      return parts.filter(Boolean).join(', ')
    },
    edge: (edge) => [say('spoken.edge', { title: edge.title }), edge.problem].filter(Boolean).join(', '),
  }
}
