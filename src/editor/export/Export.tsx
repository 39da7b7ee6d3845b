// A figure to take away: seen as it will be where it is read, and said what it loses on the way.
import { ArrowLeft, ArrowRight } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { serialise } from '../../document/serialise'
import { exporterFor, exporters } from '../../exporters'
import { ExportRefusal } from '../../exporters/exporter'
import type { What } from '../../pages'
import { isDark } from '../../scene/themes'
import { besideOf } from '../beside/chosen'
import { outermost } from '../canvas/moving/move'
import { copyScene, pictureForms } from '../clipboard/copying'
import { Sheet } from '../dialogs/Sheet'
import { download } from '../files/save'
import { useEditor, useEditorState } from '../react'
import { diagramOf } from '../state'
import { useSay } from '../strings/language'
import { makeFile } from './making'
import { Options } from './Options'
import { Presets } from './Presets'
import { Said, SizeHint } from './Said'
import { loadSettings, saveSettings, type ExportSettings } from './settings'
import { SheetPreview } from './SheetPreview'
import { usePreview } from './usePreview'
import { useReadyFile } from './useReadyFile'
import { WhatChoice } from './WhatChoice'
import { isNode } from '../selected'

export function Export() {
  const say = useSay()
  const isOpen = useEditorState(({ session }) => session.dialog === 'export')
  return (
    <Sheet name="export" title={say('export.title')} className="export">
      {isOpen && <ExportForm />}
    </Sheet>
  )
}

/** What is made of one picture shows the data on its way. */
function moves({ extension, options }: ExportSettings): boolean {
  return extension === 'gif' || (extension === 'svg' && options.profile === 'animated')
}

function ExportForm() {
  const editor = useEditor()
  const say = useSay()
  const shown = useEditorState(({ session }) => session.shown)
  const step = useEditorState(({ session }) => session.step)
  const selection = useEditorState(({ history }) => history.present.selection)
  const beside = useEditorState(besideOf)
  const isBeside = useEditorState(({ session }) => session.exports === 'beside')
  const nodes = useMemo(() => outermost(selection.filter(isNode)), [selection])
  const [what, setWhat] = useState<What>(
    isBeside ? { kind: 'beside' } : nodes.length ? { kind: 'selection', paths: nodes } : { kind: 'whole' },
  )
  const [settings, setSettings] = useState(loadSettings)
  const [isTrueSize, setTrueSize] = useState(false)
  const [turn, setTurn] = useState(0)
  const [share, setShare] = useState<number>()
  const stop = useRef<AbortController>(undefined)
  const preview = usePreview(shown, what, settings, turn)
  const ready = useReadyFile(what, settings)
  useEffect(() => () => stop.current?.abort(), [])
  useEffect(() => editor.setSession({ exports: undefined }), [editor])
  const exporter = exporterFor(settings.extension) ?? exporters[0]!
  const page = preview.figure?.pages[0]
  const count = what.kind === 'steps' ? what.indexes.length : 1
  const choose = (change: Partial<ExportSettings>) => {
    setSettings({ ...settings, ...change })
    saveSettings({ ...settings, ...change })
  }

  async function take() {
    const controller = (stop.current = new AbortController())
    setShare(0)
    try {
      const made = await makeFile(editor, what, settings, { signal: controller.signal, onProgress: setShare })
      if (!made) return
      download(made.blob, made.name)
      editor.setSession({ dialog: undefined })
      editor.notify({ text: say('notice.exported', { name: made.name }) })
    } catch (error) {
      if (controller.signal.aborted) return
      if (!(error instanceof ExportRefusal)) throw error
      editor.notify({ kind: 'problem', text: error.message })
    } finally {
      setShare(undefined)
    }
  }

  if (!shown) return <p className="hint">{say('reason.noPicture')}</p>
  return (
    <>
      <Presets settings={settings} onChoose={choose} />
      <div className="export-body">
        <div className="export-seen">
          <SheetPreview
            page={page}
            isMoving={count === 1 && moves(settings)}
            fit={settings.fit}
            isTrueSize={isTrueSize}
            isWaiting={!preview.isCurrent}
            isDark={isDark(settings.theme)}
            canDrag={page !== undefined}
            onApproach={ready.prepare}
            onDrag={ready.drag}
          />
          <div className="export-under">
            <div className="segments" role="group" aria-label={say('export.preview')}>
              {([false, true] as const).map((isTrue) => (
                <button
                  key={String(isTrue)}
                  type="button"
                  className="segment"
                  aria-pressed={isTrueSize === isTrue}
                  onClick={() => setTrueSize(isTrue)}
                >
                  {say(isTrue ? 'export.trueSize' : 'export.wholeSheet')}
                </button>
              ))}
            </div>
            {count > 1 && (
              <div className="export-turn">
                <button
                  type="button"
                  className="tool"
                  aria-label={say('export.back')}
                  disabled={turn === 0}
                  onClick={() => setTurn(turn - 1)}
                >
                  <ArrowLeft size={16} aria-hidden="true" />
                </button>
                <span>
                  {turn + 1} / {count}
                </span>
                <button
                  type="button"
                  className="tool"
                  aria-label={say('export.next')}
                  disabled={turn >= count - 1}
                  onClick={() => setTurn(turn + 1)}
                >
                  <ArrowRight size={16} aria-hidden="true" />
                </button>
              </div>
            )}
            {preview.problem !== undefined ? (
              <span className="problem" aria-live="polite">
                {preview.problem}
              </span>
            ) : (
              <SizeHint page={preview.isCurrent ? page : undefined} fit={settings.fit} />
            )}
          </div>
          <Said settings={settings} figure={preview.isCurrent ? preview.figure : undefined} />
        </div>
        <div className="export-options">
          <WhatChoice
            shown={shown}
            selected={nodes}
            step={step}
            value={what}
            beside={beside}
            onChange={(next) => {
              setWhat(next)
              setTurn(0)
            }}
          />
          <Options settings={settings} page={page} onChange={choose} />
        </div>
      </div>
      <div className="dialog-foot export-foot">
        {share === undefined ? (
          <div className="export-copies" role="group" aria-label={say('export.copy')}>
            {pictureForms.map((form) => (
              <button
                key={form}
                type="button"
                className="button"
                disabled={!page}
                onClick={() => page && void copyScene(editor, page.scene, form, serialise(diagramOf(editor.state())))}
              >
                {say(`copyAs.${form}`)}
              </button>
            ))}
          </div>
        ) : (
          <progress className="export-progress" value={share} aria-label={say('export.making')} />
        )}
        {share !== undefined && (
          <button type="button" className="button" onClick={() => stop.current?.abort()}>
            {say('export.stop')}
          </button>
        )}
        <button
          type="button"
          className="button is-primary"
          disabled={!page || share !== undefined}
          onClick={() => void take()}
        >
          {share === undefined ? say('export.save', { format: exporter.label }) : say('export.making')}
        </button>
      </div>
    </>
  )
}
