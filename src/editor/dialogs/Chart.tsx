// Where the parameters or the FLOPs are, as areas; each leads to its node, and the chart is taken away like a diagram.
import { ToggleGroup } from 'radix-ui'
import { useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { serialise } from '../../document/serialise'
import { exporters } from '../../exporters'
import type { Exporter } from '../../exporters/exporter'
import { chartQuantities, drawTreemap, type ChartQuantity } from '../../scene/treemap'
import { reveal } from '../canvas/camera/reveal'
import { download } from '../files/save'
import { useEditor, useEditorState } from '../react'
import { diagramOf, documentLanguageOf, themeOf } from '../state'
import { useSay } from '../strings/language'
import { ScenePreview } from './ScenePreview'
import { Sheet } from './Sheet'
import { tilesOf } from './tiles'

const chartExporters = exporters.filter((exporter) => !exporter.needsGraph)
const width = 1440
const height = 810

export function Chart() {
  const say = useSay()
  return (
    <Sheet name="chart" title={say('chart.title')} description={say('chart.description')} className="chart">
      <ChartForm />
    </Sheet>
  )
}

function ChartForm() {
  const editor = useEditor()
  const say = useSay()
  const shown = useEditorState(({ session }) => session.shown)
  const theme = useEditorState(themeOf)
  const picture = useRef<HTMLDivElement>(null)
  const [what, setWhat] = useState<ChartQuantity>('params')
  const scene = useMemo(() => {
    const look = { theme, background: true, problems: false }
    return shown && drawTreemap(shown.picture.analysis, { what }, shown.view, look)
  }, [shown, what, theme])
  const tiles = useMemo(() => (scene ? tilesOf(scene) : []), [scene])
  const [active, setActive] = useState<string>()
  const largest = tiles.toSorted((a, b) => b.room - a.room)[0]?.path
  const stop = tiles.some(({ path }) => path === active) ? active : largest

  function walk(event: KeyboardEvent) {
    const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const buttons = [...picture.current!.querySelectorAll<HTMLElement>('.chart-tile')]
    const now = buttons.findIndex((button) => button === document.activeElement)
    buttons[(now + step + buttons.length) % buttons.length]?.focus()
  }

  async function take(exporter: Exporter) {
    if (!scene) return
    const state = editor.state()
    const language = documentLanguageOf(state)
    const { loadAsset } = await import('../files/assets')
    const document = serialise(diagramOf(state))
    const content = await exporter.export({ pages: [{ scene }], document, language, loadAsset })
    const name = `${state.origin.name}-${what}.${exporter.extension}`
    download(new Blob([content as BlobPart], { type: exporter.mime }), name)
    editor.notify({ text: say('notice.exported', { name }) })
  }

  function lead(path: string) {
    editor.setSession({ dialog: undefined })
    reveal(editor, path)
  }

  return (
    <>
      <ToggleGroup.Root
        type="single"
        className="segments"
        aria-label={say('chart.of')}
        value={what}
        onValueChange={(value) => value && setWhat(value as ChartQuantity)}
      >
        {chartQuantities.map((quantity) => (
          <ToggleGroup.Item key={quantity} value={quantity} className="segment">
            {say(`chart.${quantity}`)}
          </ToggleGroup.Item>
        ))}
      </ToggleGroup.Root>
      <div className="chart-picture" ref={picture} onKeyDown={walk} style={{ aspectRatio: `${width} / ${height}` }}>
        <ScenePreview scene={scene} width={width} height={height} />
        {tiles.map(({ path, title, style }) => (
          <button
            key={path}
            type="button"
            className="chart-tile"
            style={style}
            title={title}
            aria-label={title}
            // One stop for Tab, however many and however small they are; the arrows lead on from there.
            tabIndex={path === stop ? 0 : -1}
            onFocus={() => setActive(path)}
            onClick={() => lead(path)}
          />
        ))}
      </div>
      <div className="dialog-foot">
        <span className="hint">{say('chart.hint')}</span>
        {chartExporters.map((exporter) => (
          <button
            key={exporter.extension}
            type="button"
            className="button is-primary"
            onClick={() => void take(exporter)}
          >
            {say('export.save', { format: exporter.label })}
          </button>
        ))}
      </div>
    </>
  )
}
