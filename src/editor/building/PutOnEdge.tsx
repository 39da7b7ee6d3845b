// On which edge the selected nodes are put: by keyboard what a hand does by dragging. What they fit on comes first; what they
// do not says why.
import { Command } from 'cmdk'
import { Ban } from 'lucide-react'
import { useMemo } from 'react'
import { moveOntoEdge } from '../../document/edit/splice'
import { graphAt } from '../../graph/walk'
import { edgeIdParts } from '../../shared/edgeId'
import { pathIn } from '../../shared/path'
import { focusWhenThere } from '../canvas/areas/focus'
import { endsOf } from '../canvas/edges/ends'
import { edgesBeside, putOntoEdge } from '../canvas/moving/splicing'
import { oneGraph } from '../commands/chosen'
import { useEditor, useEditorState } from '../react'
import { diagramOf } from '../state'
import { tellNow, useSay } from '../strings/language'
import { Anchored } from './Anchored'
import { drawnNode, portName } from './words'

export function PutOnEdge() {
  const editor = useEditor()
  const say = useSay()
  const isOpen = useEditorState(({ session }) => session.dialog === 'putOnEdge')
  const state = editor.state()
  const chosen = oneGraph(state)
  const shown = state.session.shown
  const listed = useMemo(() => {
    const level = isOpen && shown && chosen ? graphAt(shown.picture.graph, chosen.path) : undefined
    if (!level || !chosen) return []
    const all = edgesBeside(level, chosen.ids).map(({ id }) => {
      const put = moveOntoEdge(diagramOf(editor.state()), chosen.graph, chosen.ids, edgeIdParts(id).to)
      return { id, refusal: put.ok ? undefined : put.message ? tellNow(put.message) : say('connect.refused') }
    })
    return [
      ...all.filter(({ refusal }) => refusal === undefined),
      ...all.filter(({ refusal }) => refusal !== undefined),
    ]
    // While it is open, nothing else changes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isOpen])
  if (!isOpen || !chosen || !shown) return null
  const [first] = chosen.ids
  const path = pathIn(chosen.path, first!)
  const box = shown.picture.layout.nodes.get(path)
  const close = () => editor.setSession({ dialog: undefined, hovered: undefined })
  const titles = chosen.ids.map((id) => drawnNode(state, pathIn(chosen.path, id))?.title ?? id)
  return (
    <Anchored
      title={say('splice.title', { title: titles.join(', ') })}
      placeholder={say('splice.search')}
      empty={say('splice.nothing')}
      at={box && editor.camera?.toPage({ x: box.x + box.width / 2, y: box.y + box.height })}
      onClose={close}
      onHighlight={(hovered) => editor.setSession({ hovered })}
    >
      {listed.map(({ id, refusal }) => {
        const { from, to } = endsOf(id)
        const [source, target] = [portName(state, from), portName(state, to)]
        return (
          <Command.Item
            key={id}
            value={id}
            keywords={[`${source} → ${target}`, source, target]}
            data-refused={refusal !== undefined || undefined}
            onSelect={() => {
              close()
              if (putOntoEdge(editor, chosen, edgeIdParts(id).to)) focusWhenThere(editor, path)
            }}
          >
            <span className="fit-words">
              <b>
                {source} → {target}
              </b>
              {refusal !== undefined && <small>{refusal}</small>}
            </span>
            {refusal !== undefined && <Ban size={13} aria-label={say('connect.refused')} />}
          </Command.Item>
        )
      })}
    </Anchored>
  )
}
