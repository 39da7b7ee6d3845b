// What the node is over which the hand rests: what it does, in a sentence, where that comes from, and what stands behind its number.
import { useEffect, useRef, useState } from 'react'
import { blockOf } from '../../blocks'
import { own } from '../../document/own'
import type { DiagramNode, Diagram, Language } from '../../document/schema'
import { say as words } from '../../document/words'
import { nodeAtPath } from '../../semantics/tree'
import { ExplanationOf } from '../explaining/Explained'
import { useEditorState, useLanguage } from '../react'
import { documentLanguageOf } from '../state'
import { useSay } from '../strings/language'
import { put } from './edges/EdgeHint'

/** In milliseconds: who is on the way elsewhere is not spoken to. */
const patience = 800

/** Whoever does something does not want to be told. */
const kinds = ['pointerdown', 'keydown', 'wheel'] as const

export function NodeHint() {
  const isWanted = useEditorState(
    ({ preferences, session }) => preferences.hints && !session.drag && !session.connecting && !session.renaming,
  )
  const hovered = useEditorState(({ session }) => session.hovered)
  return isWanted && hovered !== undefined && !hovered.includes('#') ? <Resting key={hovered} path={hovered} /> : null
}

function Resting({ path }: { readonly path: string }) {
  const [hand, setHand] = useState<{ readonly x: number; readonly y: number }>()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const move = ({ clientX: x, clientY: y, pointerType }: PointerEvent) => {
      clearTimeout(timer)
      if (pointerType !== 'touch') timer = setTimeout(() => setHand({ x, y }), patience)
    }
    const away = () => {
      clearTimeout(timer)
      setHand(undefined)
    }
    window.addEventListener('pointermove', move, { passive: true })
    // React Flow keeps some of these to itself.
    for (const kind of kinds) window.addEventListener(kind, away, { capture: true, passive: true })
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pointermove', move)
      for (const kind of kinds) window.removeEventListener(kind, away, { capture: true })
    }
  }, [])
  return hand ? <Said path={path} hand={hand} /> : null
}

function Said({ path, hand }: { readonly path: string; readonly hand: { readonly x: number; readonly y: number } }) {
  const say = useSay()
  const box = useRef<HTMLDivElement>(null)
  const spoken = useLanguage()
  const language = useEditorState(documentLanguageOf)
  const analysis = useEditorState(({ session }) => session.shown?.picture.analysis)
  useEffect(() => put(box.current, hand))
  const node = analysis && nodeAtPath(analysis.tree, path)?.node
  const said = node && wordsOf(analysis.diagram, node, spoken, language)
  const isWeighty = analysis !== undefined && analysis.tallyAt(path).params.total > 0n
  if (!said || (!said.about && !isWeighty)) return null
  return (
    <div ref={box} className="edge-hint is-about" role="tooltip">
      <b>{said.kind}</b>
      {said.about && <span>{said.about}</span>}
      {said.source && <span className="hint">{say('explain.source', { source: said.source })}</span>}
      {isWeighty && (
        <span className="hint-number is-explanation">
          <ExplanationOf quantity="params" path={path} />
        </span>
      )}
    </div>
  )
}

/** A block says it in the language of the interface, what the document says is in its own. */
function wordsOf(diagram: Diagram, node: DiagramNode, spoken: Language, language: Language) {
  const block = node.block === undefined ? undefined : blockOf(node.block)
  if (block) return { kind: block.label[spoken], about: block.about[spoken], source: block.source }
  const module = node.module === undefined ? undefined : own(diagram.modules, node.module)
  const kind = words(module?.label, language) || words(node.label, language) || node.module || node.id
  return { kind, about: words(node.note, language) || words(module?.note, language), source: undefined }
}
