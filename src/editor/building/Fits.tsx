// What can be added at a port, and nothing else; what is sure to fit comes first.
import { Command } from 'cmdk'
import { useEffect, useMemo, useState } from 'react'
import { useEditor, useEditorState, useLanguage } from '../react'
import { diagramOf, documentLanguageOf } from '../state'
import { useSay } from '../strings/language'
import { Anchored } from './Anchored'
import { fitsAt } from './fits'
import { loadAllReady } from './load'
import { placeOfPort } from './placeOfPort'
import { addAtPort } from './placing'
import { portHere, wantedAt } from './ports'
import { kindsText, portName, wareKey, wareWords } from './words'

export function Fits() {
  const editor = useEditor()
  const say = useSay()
  const language = useLanguage()
  const document = useEditorState(documentLanguageOf)
  const ref = useEditorState(({ session }) => session.port)
  const isOpen = useEditorState(({ session }) => session.dialog === 'fits')
  // Ready modules come when they have been read.
  const [ready, setReady] = useState(0)
  useEffect(() => {
    void loadAllReady().then((all) => setReady(all.size))
  }, [])
  const state = editor.state()
  const found = useMemo(() => {
    const now = editor.state()
    const here = ref && portHere(now, ref)
    if (!here) return undefined
    const wanted = wantedAt(now, here)
    return { wanted, fits: fitsAt(diagramOf(now), here.graph, wanted), size: ready }
  }, [editor, ref, ready])
  if (!isOpen || !ref || !found) return null
  const close = () => editor.setSession({ dialog: undefined, port: undefined })
  const { wanted, fits } = found
  return (
    <Anchored
      title={say(wanted.gives ? 'fits.after' : 'fits.before', { port: portName(state, ref) })}
      hint={kindsText(wanted.kinds, language)}
      placeholder={say('fits.search')}
      empty={say('fits.nothing')}
      at={placeOfPort(editor, ref)}
      onClose={close}
    >
      {fits.map((fit) => {
        const { label, about, words } = wareWords(diagramOf(state), fit.ware, language, document, say)
        return (
          <Command.Item
            key={wareKey(fit.ware)}
            value={wareKey(fit.ware)}
            keywords={[...words]}
            onSelect={() => {
              close()
              addAtPort(editor, fit, ref)
            }}
          >
            <span className="fit-words">
              <b>{label}</b>
              <small>{about}</small>
            </span>
            {fit.kinds.length === 0 && <small className="hint">{say('fits.maybe')}</small>}
          </Command.Item>
        )
      })}
    </Anchored>
  )
}
