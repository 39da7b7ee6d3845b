// A picture to take away: all of it or what is selected, in the colours of the place where it goes.
import { useMemo, useState } from 'react'
import { serialise } from '../../document/serialise'
import { exporters } from '../../exporters'
import type { Look } from '../../scene/draw'
import { draw } from '../../scene/draw'
import { drawSelection } from '../../scene/selection'
import { themeNames, type Scene, type ThemeName } from '../../scene/scene'
import { outermost } from '../canvas/moving'
import { download } from '../files/save'
import { useEditor, useEditorState } from '../react'
import { diagramOf, documentLanguageOf, type Shown } from '../state'
import { useSay } from '../strings/language'
import { ScenePreview } from './ScenePreview'
import { Sheet } from './Sheet'

export function Export() {
  const say = useSay()
  const isOpen = useEditorState(({ session }) => session.dialog === 'export')
  return (
    <Sheet name="export" title={say('export.title')} description={say('export.description')} className="export">
      {isOpen && <ExportForm />}
    </Sheet>
  )
}

function sceneOf({ picture, view }: Shown, look: Look, paths: readonly string[] | undefined): Scene | undefined {
  const { graph, layout, analysis } = picture
  if (paths) return drawSelection(graph, layout, analysis, view, look, paths)
  return draw(graph, layout, analysis, view, look)
}

function ExportForm() {
  const editor = useEditor()
  const say = useSay()
  const shown = useEditorState(({ session }) => session.shown)
  const selection = useEditorState(({ history }) => history.present.selection)
  const nodes = useMemo(() => outermost(selection.filter((id) => !id.includes('#'))), [selection])
  const [isPart, setIsPart] = useState(nodes.length > 0)
  const [theme, setTheme] = useState<ThemeName>('light')
  const [background, setBackground] = useState(true)
  const [carries, setCarries] = useState(true)
  const look = useMemo(() => ({ theme, background, problems: false }), [theme, background])
  const scene = useMemo(
    () => shown && sceneOf(shown, look, isPart && nodes.length > 0 ? nodes : undefined),
    [shown, look, isPart, nodes],
  )

  async function take(extension: string) {
    const exporter = exporters.find((each) => each.extension === extension)!
    const state = editor.state()
    if (!scene || !shown) return
    const document = carries ? serialise(diagramOf(state)) : undefined
    const { graph, layout, analysis } = shown.picture
    const drawn = { graph, layout, analysis, view: shown.view, look, ...(isPart && { paths: nodes }) }
    const { loadAsset } = await import('../files/assets')
    const content = await exporter.export({
      pages: [{ scene, drawn }],
      document,
      language: documentLanguageOf(state),
      loadAsset,
    })
    const name = isPart ? `${state.origin.name}-selection` : state.origin.name
    download(new Blob([content as BlobPart], { type: exporter.mime }), `${name}.${extension}`)
    editor.setSession({ dialog: undefined })
    editor.notify({ text: say('notice.exported', { name: `${name}.${extension}` }) })
  }

  return (
    <>
      <div className={`export-preview is-${theme} ${background ? '' : 'is-clear'}`}>
        <ScenePreview scene={scene} width={480} height={270} />
      </div>
      <div className="export-options">
        <Choice
          label={say('export.what')}
          value={isPart ? 'selection' : 'whole'}
          options={[
            ['whole', say('export.whole')],
            ['selection', say('export.selection')],
          ]}
          disabled={nodes.length === 0}
          onChange={(value) => setIsPart(value === 'selection')}
        />
        <Choice
          label={say('export.theme')}
          value={theme}
          options={themeNames.map((name) => [name, say(`theme.${name}`)])}
          onChange={(value) => setTheme(value as ThemeName)}
        />
        <Check label={say('export.background')} checked={background} onChange={setBackground} />
        <Check label={say('export.carries')} checked={carries} onChange={setCarries} />
      </div>
      <div className="dialog-foot">
        {scene && (
          <span className="hint">
            {scene.width} × {scene.height}
          </span>
        )}
        {exporters.map(({ extension, label }) => (
          <button key={extension} type="button" className="button is-primary" onClick={() => void take(extension)}>
            {say('export.save', { format: label })}
          </button>
        ))}
      </div>
    </>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [string, string])[]
  readonly disabled?: boolean
  readonly onChange: (value: string) => void
}

function Choice({ label, value, options, disabled, onChange }: ChoiceProps) {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <select value={value} disabled={disabled} onChange={(event) => onChange(event.target.value)}>
        {options.map(([id, text]) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}

function Check(props: { readonly label: string; readonly checked: boolean; readonly onChange: (on: boolean) => void }) {
  return (
    <label className="field is-inline">
      <input type="checkbox" checked={props.checked} onChange={(event) => props.onChange(event.target.checked)} />
      <span>{props.label}</span>
    </label>
  )
}
