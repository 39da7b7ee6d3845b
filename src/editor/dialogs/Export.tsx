// A picture to take away: all of it or what is selected, in the colours of the place where it goes.
import { useMemo, useState, type CSSProperties } from 'react'
import { serialise } from '../../document/serialise'
import { exporterFor, exporters } from '../../exporters'
import {
  ExportRefusal,
  papers,
  svgProfiles,
  type ExportOptions,
  type Page,
  type Paper,
  type SvgProfile,
} from '../../exporters/exporter'
import { pixelsAt, scales } from '../../exporters/raster'
import { leastPoints, targetNames, targets } from '../../exporters/targets'
import { themeNames, type ThemeName } from '../../scene/scene'
import { isDark, themes } from '../../scene/themes'
import { outermost } from '../canvas/moving'
import { download } from '../files/save'
import { useEditor, useEditorState } from '../react'
import { diagramOf, documentLanguageOf } from '../state'
import { useSay } from '../strings/language'
import { loadSettings, saveSettings, type ExportSettings } from './exportSettings'
import { ScenePreview } from './ScenePreview'
import { Sheet } from './Sheet'
import { usePage } from './usePage'

export function Export() {
  const say = useSay()
  const isOpen = useEditorState(({ session }) => session.dialog === 'export')
  return (
    <Sheet name="export" title={say('export.title')} description={say('export.description')} className="export">
      {isOpen && <ExportForm />}
    </Sheet>
  )
}

function ExportForm() {
  const editor = useEditor()
  const say = useSay()
  const shown = useEditorState(({ session }) => session.shown)
  const selection = useEditorState(({ history }) => history.present.selection)
  const nodes = useMemo(() => outermost(selection.filter((id) => !id.includes('#'))), [selection])
  const [isPart, setIsPart] = useState(nodes.length > 0)
  const [settings, setSettings] = useState(loadSettings)
  const [stop, setStop] = useState<AbortController>()
  const exporter = exporterFor(settings.extension) ?? exporters[0]!
  const { theme, background } = settings
  const look = useMemo(() => ({ theme, background, problems: false }), [theme, background])
  const fit = isPart ? 'none' : settings.fit
  const page = usePage(shown, look, fit, isPart && nodes.length > 0 ? nodes : undefined)
  const losses = typeof exporter.loses === 'function' ? exporter.loses(settings.options) : (exporter.loses ?? [])
  const choose = (change: Partial<ExportSettings>) => {
    setSettings({ ...settings, ...change })
    saveSettings({ ...settings, ...change })
  }
  const option = (change: ExportOptions) => choose({ options: { ...settings.options, ...change } })
  const heeds = (name: keyof ExportOptions) => exporter.options?.includes(name) ?? false

  async function take() {
    const state = editor.state()
    if (!page) return
    const controller = new AbortController()
    setStop(controller)
    try {
      const { loadAsset } = await import('../files/assets')
      const content = await exporter.export({
        pages: [page],
        document: settings.carries ? serialise(diagramOf(state)) : undefined,
        language: documentLanguageOf(state),
        options: settings.options,
        loadAsset,
        signal: controller.signal,
      })
      controller.signal.throwIfAborted()
      const name = `${isPart ? `${state.origin.name}-selection` : state.origin.name}.${exporter.extension}`
      download(new Blob([content as BlobPart], { type: exporter.mime }), name)
      editor.setSession({ dialog: undefined })
      editor.notify({ text: say('notice.exported', { name }) })
    } catch (error) {
      if (controller.signal.aborted) return
      if (!(error instanceof ExportRefusal)) throw error
      editor.notify({ kind: 'problem', text: error.message })
    } finally {
      setStop(undefined)
    }
  }

  return (
    <>
      <div
        className={`export-preview ${isDark(theme) ? 'is-dark' : ''} ${background ? '' : 'is-clear'}`}
        style={{ '--paper': themes[theme].page } as CSSProperties}
      >
        <ScenePreview scene={page?.scene} width={480} height={270} />
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
          label={say('export.fit')}
          value={fit}
          options={(['none', ...targetNames] as const).map((name) => [name, say(`fit.${name}`)])}
          disabled={isPart}
          onChange={(value) => choose({ fit: value as ExportSettings['fit'] })}
        />
        <Choice
          label={say('export.format')}
          value={exporter.extension}
          options={exporters.map(({ extension, label }) => [extension, label])}
          onChange={(extension) => choose({ extension })}
        />
        <Choice
          label={say('export.theme')}
          value={theme}
          options={themeNames.map((name) => [name, say(`theme.${name}`)])}
          onChange={(value) => choose({ theme: value as ThemeName })}
        />
        {heeds('profile') && (
          <Choice
            label={say('export.profile')}
            value={settings.options.profile ?? 'slides'}
            options={svgProfiles.map((name) => [name, say(`profile.${name}`)])}
            onChange={(value) => option({ profile: value as SvgProfile })}
          />
        )}
        {heeds('scale') && page && (
          <Choice
            label={say('export.scale')}
            value={String(settings.options.scale ?? 2)}
            options={scales.map((scale) => [String(scale), `${scale}× · ${pixelsAt(page.scene, scale).join(' × ')}`])}
            onChange={(value) => option({ scale: Number(value) })}
          />
        )}
        {heeds('paper') && (
          <Choice
            label={say('export.paper')}
            value={settings.options.paper ?? 'fit'}
            options={papers.map((name) => [name, say(`paper.${name}`)])}
            onChange={(value) => option({ paper: value as Paper })}
          />
        )}
        <Check label={say('export.background')} checked={background} onChange={(on) => choose({ background: on })} />
        <Check label={say('export.carries')} checked={settings.carries} onChange={(on) => choose({ carries: on })} />
      </div>
      {losses.length > 0 && (
        <p className="hint export-losses">
          {say('export.loses')} {losses.map((loss) => say(`loss.${loss}`)).join(' · ')}
        </p>
      )}
      <div className="dialog-foot">
        <SizeHint page={page} fit={fit} />
        {stop && (
          <button type="button" className="button" onClick={() => stop.abort()}>
            {say('export.stop')}
          </button>
        )}
        <button
          type="button"
          className="button is-primary"
          disabled={!page || stop !== undefined}
          onClick={() => void take()}
        >
          {stop ? say('export.making') : say('export.save', { format: exporter.label })}
        </button>
      </div>
    </>
  )
}

function SizeHint({ page, fit }: { readonly page: Page | undefined; readonly fit: ExportSettings['fit'] }) {
  const say = useSay()
  if (!page) return null
  const { width, height } = page.scene
  const points = fit === 'none' ? undefined : leastPoints(targets[fit], page.scene)
  if (fit === 'none' || points === undefined)
    return (
      <span className="hint">
        {width} × {height}
      </span>
    )
  const { least } = targets[fit]
  const isSmall = points < least - 0.05
  return (
    <span className={isSmall ? 'problem' : 'hint'} role="status">
      {say(isSmall ? 'export.tooSmall' : 'export.words', { points: points.toFixed(1), least })}
    </span>
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
