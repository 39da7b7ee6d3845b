// Connecting by keyboard: from which port, and where to. What fits comes first; what does not says why.
import { Command } from 'cmdk'
import { Ban } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { endsOf, type HandleRef } from '../canvas/edges/ends'
import { finishConnecting, startConnecting } from '../canvas/edges/connecting'
import { candidates, verdictKey } from '../canvas/edges/verdict'
import { useEditor, useEditorState, useLanguage } from '../react'
import { selectedEdges, selectedNodes } from '../state'
import { useSay } from '../strings/language'
import { Anchored } from './Anchored'
import { placeOfPort } from './placeOfPort'
import { edgeAtPort, portHere, refsOf, wantedAt } from './ports'
import { kindsText, portName } from './words'
import { edgeIdParts } from '../../shared/edgeId'

export function Connect() {
  const isOpen = useEditorState(({ session }) => session.dialog === 'connect')
  const port = useEditorState(({ session }) => session.port)
  const isMoving = useEditorState((state) => port === undefined && selectedEdges(state).length === 1)
  const [start, setStart] = useState<{ readonly ref: HandleRef; readonly moving?: string }>()
  if (!isOpen) return null
  if (start) return <Ends start={start.ref} moving={start.moving} />
  if (port) return <Ends start={port} />
  return isMoving ? <WhichEnd onChoose={setStart} /> : <Starts onChoose={(ref) => setStart({ ref })} />
}

function useClose() {
  const editor = useEditor()
  return () => editor.setSession({ dialog: undefined, port: undefined, connecting: undefined, hovered: undefined })
}

/** The ports of the selected node. */
function Starts({ onChoose }: { readonly onChoose: (ref: HandleRef) => void }) {
  const editor = useEditor()
  const say = useSay()
  const language = useLanguage()
  const close = useClose()
  const state = editor.state()
  const [path] = selectedNodes(state)
  const refs = path === undefined ? [] : refsOf(state, path)
  const [only] = refs
  // Where there is no choice, none is asked for.
  useEffect(() => {
    if (only && refs.length === 1) onChoose(only)
  })
  if (path === undefined || refs.length === 1) return null
  return (
    <Anchored
      title={say('connect.from')}
      placeholder={say('connect.searchPort')}
      empty={say('connect.noPort')}
      at={only && placeOfPort(editor, only)}
      onClose={close}
    >
      {refs.map((ref) => {
        const here = portHere(state, ref)
        const kinds = here && kindsText(wantedAt(state, here).kinds, language)
        const edge = here && edgeAtPort(state, here)
        const name = say(ref.kind === 's' ? 'port.output' : 'port.input', { port: portName(state, ref) })
        return (
          <Command.Item key={verdictKey(ref)} value={verdictKey(ref)} keywords={[name]} onSelect={() => onChoose(ref)}>
            <span className="fit-words">
              <b>{name}</b>
              <small>{[kinds, edge && say('connect.fedBy', { port: edge.from })].filter(Boolean).join(' · ')}</small>
            </span>
          </Command.Item>
        )
      })}
    </Anchored>
  )
}

/** Which end of the selected edge is to go elsewhere. */
function WhichEnd({ onChoose }: { readonly onChoose: (start: { ref: HandleRef; moving: string }) => void }) {
  const editor = useEditor()
  const say = useSay()
  const close = useClose()
  const [id] = selectedEdges(editor.state())
  if (id === undefined) return null
  const { from, to } = endsOf(id)
  const { from: fromText, to: toText } = edgeIdParts(id)
  const lines = [
    { value: 'end', label: say('canvas.moveEnd'), at: toText, stays: from },
    { value: 'start', label: say('canvas.moveStart'), at: fromText, stays: to },
  ]
  return (
    <Anchored
      title={say('connect.which')}
      placeholder={say('connect.searchPort')}
      empty={say('connect.noPort')}
      at={placeOfPort(editor, to)}
      onClose={close}
    >
      {lines.map(({ value, label, at, stays }) => (
        <Command.Item
          key={value}
          value={value}
          keywords={[at, label]}
          onSelect={() => onChoose({ ref: stays, moving: id })}
        >
          <span className="fit-words">
            <b>{label}</b>
            <small>{at}</small>
          </span>
        </Command.Item>
      ))}
    </Anchored>
  )
}

/** Every port where it could end, as it is judged. */
function Ends({ start, moving }: { readonly start: HandleRef; readonly moving?: string }) {
  const editor = useEditor()
  const say = useSay()
  const close = useClose()
  const verdicts = useEditorState(({ session }) => session.connecting?.verdicts)
  const at = useMemo(() => placeOfPort(editor, start), [editor, start])
  useEffect(() => startConnecting(editor, start, moving), [editor, start, moving])
  const state = editor.state()
  const graph = state.session.shown?.picture.graph
  if (!graph) return null
  const all = candidates(graph, start).map((ref) => ({
    ref,
    key: verdictKey(ref),
    verdict: verdicts?.get(verdictKey(ref)),
  }))
  const ordered = [...all.filter(({ verdict }) => verdict === true), ...all.filter(({ verdict }) => verdict !== true)]
  return (
    <Anchored
      title={say('connect.to', { port: portName(state, start) })}
      placeholder={say('connect.searchNode')}
      empty={say('connect.nowhere')}
      at={at}
      onClose={close}
      onHighlight={(value) => {
        const path = all.find(({ key }) => key === value)?.ref.path
        if (path !== undefined) editor.setSession({ hovered: path })
      }}
    >
      {ordered.map(({ ref, key, verdict }) => (
        <Command.Item
          key={key}
          value={key}
          keywords={[portName(state, ref), ref.path]}
          data-refused={verdict !== true || undefined}
          onSelect={() => {
            editor.setSession({ dialog: undefined, port: undefined, hovered: undefined })
            finishConnecting(editor, ref)
          }}
        >
          <span className="fit-words">
            <b>{portName(state, ref)}</b>
            <small>{verdict !== true && verdict !== undefined ? verdict.sentence : ref.path}</small>
          </span>
          {verdict !== true && <Ban size={13} aria-label={say('connect.refused')} />}
        </Command.Item>
      ))}
    </Anchored>
  )
}
