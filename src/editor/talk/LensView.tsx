// A lens with its controls: what is changed is drawn again at once, and handles in the figure follow the hand or the arrow
// keys. The same view in a talk and in the editor.
import { useEffect, useRef, useState } from 'react'
import type { Language } from '../../document/schema'
import { say as words } from '../../document/words'
import { paint } from '../../drawing/canvas'
import { moved, valuesFor, type LensScene, type OpenLens } from '../../lenses'
import { page, type Control, type Handle, type LensValue, type LensValues } from '../../lenses/lens'
import type { ThemeName } from '../../scene/scene'
import { useSay } from '../strings/language'
import { drawnLens } from './drawnLens'

interface LensViewProps {
  /** Another one wants another key. */
  readonly open: OpenLens
  readonly theme: ThemeName
  readonly language: Language
}

export function LensView({ open, theme, language }: LensViewProps) {
  const say = useSay()
  const { lens, given } = open
  const [values, setValues] = useState(open.values)
  const scene = drawnLens({ lens, values }, theme, language)
  const change = (next: LensValues) => setValues(valuesFor(lens, given, next))
  const controls = lens.controls(given)
  return (
    <section className="lens" aria-label={words(lens.title, language)}>
      <div className="lens-figure">
        <LensCanvas scene={scene} />
        {scene.figure.handles?.map((handle) => (
          <HandleButton
            key={handle.id}
            handle={handle}
            language={language}
            onDrag={(x, y) => change(moved(lens, values, handle, lens.valueAt!(values, handle.id, { x, y })))}
            onMove={(value) => change(moved(lens, values, handle, value))}
          />
        ))}
      </div>
      <form className="lens-controls" aria-label={say('lens.controls')} onSubmit={(event) => event.preventDefault()}>
        {controls.map((control) => (
          <ControlField
            key={control.id}
            control={control}
            value={values[control.id]!}
            language={language}
            onChange={(value) => change({ ...values, [control.id]: value })}
          />
        ))}
        <button type="button" className="button" onClick={() => setValues(open.values)}>
          {say('lens.reset')}
        </button>
        <p className="lens-source">{useSource(controls, language)}</p>
      </form>
      <p className="visually-hidden" aria-live="polite">
        {scene.figure.summary}
      </p>
    </section>
  )
}

/** Which of the values are the diagram's, and which of those cannot be drawn as they are. */
function useSource(controls: readonly Control[], language: Language): string {
  const say = useSay()
  const found = controls.filter(({ diagram }) => typeof diagram === 'number')
  if (!controls.some(({ diagram }) => diagram !== undefined)) return say('lens.example')
  const written = found.map(({ label, diagram }) => `${words(label, language)} ${diagram!.toLocaleString(language)}`)
  const beyond = found.filter(({ diagram, initial }) => diagram !== initial)
  return [
    ...(written.length ? [say('lens.fromDiagram', { values: written.join(say('lens.comma')) })] : []),
    ...beyond.map(({ label, initial }) => say('lens.beyond', { name: words(label, language), n: String(initial) })),
  ].join(' ')
}

function LensCanvas({ scene }: { readonly scene: LensScene }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const element = canvas.current!
    let painted = 0
    const repaint = () => {
      const width = Math.round(element.clientWidth * (window.devicePixelRatio || 1))
      if (width === painted) return
      painted = width
      const scale = width / page.width
      const height = Math.round(page.height * scale)
      if (element.width !== width || element.height !== height) Object.assign(element, { width, height })
      const ctx = element.getContext('2d')!
      ctx.setTransform(scale, 0, 0, scale, 0, 0)
      if (scene.background) {
        ctx.fillStyle = scene.background
        ctx.fillRect(0, 0, page.width, page.height)
      }
      paint(ctx, scene.primitives)
    }
    const afresh = () => {
      painted = 0
      repaint()
    }
    repaint()
    const sizes = new ResizeObserver(repaint)
    sizes.observe(element)
    document.fonts.addEventListener('loadingdone', afresh)
    return () => {
      sizes.disconnect()
      document.fonts.removeEventListener('loadingdone', afresh)
    }
  }, [scene])
  return <canvas ref={canvas} role="img" aria-label={scene.figure.summary} />
}

interface HandleButtonProps {
  readonly handle: Handle
  readonly language: Language
  readonly onDrag: (x: number, y: number) => void
  readonly onMove: (value: number) => void
}

/** So many presses of an arrow key go from one end of a handle to the other, at most. */
const presses = 60

function HandleButton({ handle, language, onDrag, onMove }: HandleButtonProps) {
  const { value, min, max, step, isDown } = handle
  const press = Math.max(1, Math.round((max - min) / presses / step)) * step
  const down = isDown ? press : -press
  const ways: Readonly<Record<string, number>> = {
    ArrowLeft: value - press,
    ArrowRight: value + press,
    ArrowUp: value - down,
    ArrowDown: value + down,
    Home: min,
    End: max,
  }
  return (
    <button
      type="button"
      role="slider"
      className="lens-handle"
      aria-label={words(handle.label, language)}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuenow={value}
      style={{ left: `${(handle.x / page.width) * 100}%`, top: `${(handle.y / page.height) * 100}%` }}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
        const box = event.currentTarget.parentElement!.getBoundingClientRect()
        onDrag(((event.clientX - box.x) / box.width) * page.width, ((event.clientY - box.y) / box.height) * page.height)
      }}
      onKeyDown={(event) => {
        const to = ways[event.key]
        if (to === undefined) return
        event.preventDefault()
        event.stopPropagation()
        onMove(to)
      }}
    />
  )
}

interface ControlFieldProps {
  readonly control: Control
  readonly value: LensValue
  readonly language: Language
  readonly onChange: (value: LensValue) => void
}

function ControlField({ control, value, language, onChange }: ControlFieldProps) {
  const label = words(control.label, language)
  if (control.type === 'switch')
    return (
      <label className="lens-switch">
        <input type="checkbox" checked={value === true} onChange={(event) => onChange(event.target.checked)} />
        <span>{label}</span>
      </label>
    )
  if (control.type === 'choice') {
    const isListed = control.options.some(({ id }) => id === value)
    return (
      <label>
        <span>{label}</span>
        <select value={String(value)} onChange={(event) => onChange(event.target.value)}>
          {!isListed && <option value={String(value)}>{String(value)}</option>}
          {control.options.map((option) => (
            <option key={option.id} value={option.id}>
              {words(option.label, language)}
            </option>
          ))}
        </select>
      </label>
    )
  }
  return (
    <label>
      <span>
        {label} <span className="lens-value">{String(value)}</span>
      </span>
      <input
        type="range"
        min={control.min}
        max={control.max}
        step={control.step}
        value={Number(value)}
        onChange={(event) => onChange(Number(event.target.value))}
      />
    </label>
  )
}
