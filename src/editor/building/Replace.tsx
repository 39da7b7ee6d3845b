// What could stand in the place of the selected node, and nothing else.
import { Command } from 'cmdk'
import { useEffect, useMemo, useState } from 'react'
import { focusWhenThere } from '../canvas/areas/focus'
import { useEditor, useEditorState, useLanguage } from '../react'
import { diagramOf, documentLanguageOf, selectedNodes } from '../state'
import { useSay } from '../strings/language'
import { Anchored } from './Anchored'
import { loadAllReady } from './load'
import { replaceBy, replacementsOf } from './replacing'
import { drawnNode, wareKey, wareWords } from './words'

export function Replace() {
  const editor = useEditor()
  const say = useSay()
  const language = useLanguage()
  const document = useEditorState(documentLanguageOf)
  const isOpen = useEditorState(({ session }) => session.dialog === 'replace')
  const path = useEditorState((state) => selectedNodes(state)[0])
  const [ready, setReady] = useState(0)
  useEffect(() => {
    void loadAllReady().then((all) => setReady(all.size))
  }, [])
  // Ready modules come when they have been read.
  const wares = useMemo(
    () => (isOpen && path !== undefined && ready >= 0 ? replacementsOf(editor.state(), path) : []),
    [editor, isOpen, path, ready],
  )
  if (!isOpen || path === undefined) return null
  const state = editor.state()
  const box = state.session.shown?.picture.layout.nodes.get(path)
  const close = () => editor.setSession({ dialog: undefined })
  return (
    <Anchored
      title={say('replace.title', { title: drawnNode(state, path)?.title ?? path })}
      placeholder={say('replace.search')}
      empty={say('fits.nothing')}
      at={box && editor.camera?.toPage({ x: box.x + box.width / 2, y: box.y + box.height })}
      onClose={close}
    >
      {wares.map((ware) => {
        const { label, about, words } = wareWords(diagramOf(state), ware, language, document, say)
        return (
          <Command.Item
            key={wareKey(ware)}
            value={wareKey(ware)}
            keywords={[...words]}
            onSelect={() => {
              close()
              replaceBy(editor, path, ware)
              focusWhenThere(editor, path)
            }}
          >
            <span className="fit-words">
              <b>{label}</b>
              <small>{about}</small>
            </span>
          </Command.Item>
        )
      })}
    </Anchored>
  )
}
