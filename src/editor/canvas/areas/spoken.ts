// What is said of nodes and edges to those who hear the picture: title, what it is, state, size, shapes.
import { useMemo } from 'react'
import type { Analysis } from '../../../semantics/analyse'
import { writeTensor } from '../../../blocks/shapeText'
import { nodeAtPath } from '../../../semantics/tree'
import { useSay, type Say } from '../../strings/language'
import type { Spoken } from './toFlow'

export function useSpoken(analysis: Analysis | undefined): Spoken {
  const say = useSay()
  const sayOnce = useMemo(() => remembering(say), [say])
  return useMemo(() => spokenIn(analysis, sayOnce), [analysis, sayOnce])
}

/** With every new picture hundreds of nodes and edges are spoken of, most in the same words as before. */
function remembering(say: Say): Say {
  const said = new Map<string, string>()
  return (key, values) => {
    const asked = `${key} ${JSON.stringify(values)}`
    const words = said.get(asked) ?? say(key, values)
    if (said.size > 5000) said.clear()
    said.set(asked, words)
    return words
  }
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
