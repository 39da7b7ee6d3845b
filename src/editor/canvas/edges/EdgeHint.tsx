// What travels on the edge under the hand: kind, shape in numbers and by name, and what is wrong with it.
import { useEffect, useMemo, useRef } from 'react'
import { kindWords } from '../../../blocks/tensorWords'
import { edgeAt } from '../../../semantics/edges'
import { symbolicOf } from '../../../semantics/symbolic'
import { writeTensor } from '../../../blocks/shapeText'
import { everyNode } from '../../../graph/walk'
import { useEditorState } from '../../react'
import type { Shown } from '../../state'
import { isEdge } from '../../selected'

export function EdgeHint() {
  const isWanted = useEditorState(
    ({ preferences, session }) => preferences.hints && !session.drag && !session.connecting,
  )
  const id = useEditorState(({ session }) => session.hovered)
  const shown = useEditorState(({ session }) => session.shown)
  const place = useRef({ x: 0, y: 0 })
  const box = useRef<HTMLDivElement>(null)
  const words = useMemo(
    () => (isWanted && shown && id !== undefined && isEdge(id) ? wordsOn(shown, id) : undefined),
    [isWanted, shown, id],
  )
  useEffect(() => {
    const follow = ({ clientX, clientY }: PointerEvent) => {
      place.current = { x: clientX, y: clientY }
      put(box.current, place.current)
    }
    window.addEventListener('pointermove', follow, { passive: true })
    return () => window.removeEventListener('pointermove', follow)
  }, [])
  useEffect(() => put(box.current, place.current), [words])
  if (!words) return null
  return (
    <div ref={box} className="edge-hint" role="tooltip">
      <b>{words.title}</b>
      {words.shape && <span>{words.shape}</span>}
      {words.named && <span className="hint">{words.named}</span>}
      {words.problem && <span className="problem">{words.problem}</span>}
    </div>
  )
}

/** Beside the hand, and never beyond the rim of the window. */
export function put(box: HTMLElement | null, { x, y }: { readonly x: number; readonly y: number }) {
  if (!box) return
  const left = Math.min(x + 14, window.innerWidth - box.offsetWidth - 8)
  const below = y + 18 + box.offsetHeight < window.innerHeight
  box.style.transform = `translate(${left}px, ${below ? y + 18 : y - 10 - box.offsetHeight}px)`
}

function wordsOn({ picture, view }: Shown, id: string) {
  const { analysis, graph } = picture
  const tensorIn = ({ tree }: typeof analysis) => edgeAt(tree, id)?.tensor
  const tensor = tensorIn(analysis)
  const edge = [graph, ...[...everyNode(graph)].flatMap(({ inside }) => inside ?? [])]
    .flatMap(({ edges }) => edges)
    .find((each) => each.id === id)
  if (!edge) return undefined
  const shape = tensor ? writeTensor(tensor, view.language) : ''
  const symbolic = tensor && tensorIn(symbolicOf(analysis))
  const named = symbolic ? writeTensor(symbolic, view.language) : ''
  return {
    title: edge.title.replace(/: [^:]*$/, ''),
    shape: [tensor && kindWords[tensor.kind][view.language], shape].filter(Boolean).join(' · '),
    named: named === shape ? '' : named,
    problem: edge.problem,
  }
}
