// A lens with its controls: what is changed is drawn again at once, and handles in the figure follow the hand or the arrow
// keys. The same view in a talk and in the editor.
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Language, Step } from '../../document/schema'
import { say as words } from '../../document/words'
import { paint } from '../../drawing/canvas'
import { drawLens, givenBy, lensOf, valuesFor } from '../../lenses'
import {
  page,
  type Control,
  type Given,
  type Handle,
  type Lens,
  type LensValue,
  type LensValues,
} from '../../lenses/lens'
import { plainLook } from '../../scene/look'
import type { ThemeName } from '../../scene/scene'
import type { Analysis } from '../../semantics/analyse'
import { useSay } from '../strings/language'

interface LensViewProps {
  readonly lens: NonNullable<Step['lens']>
  readonly analysis: Analysis | undefined
  readonly theme: ThemeName
  readonly language: Language
  readonly onChange?: (values: LensValues) => void
}

const noSymbols: Given = { symbol: () => undefined }

export function LensView({ lens: { kind, set }, analysis, ...rest }: LensViewProps) {
  const say = useSay()
  const lens = lensOf(kind)
  const given = useMemo(() => (analysis ? givenBy(analysis) : noSymbols), [analysis])
  if (!lens) return <p className="talk-wait">{say('lens.unknown', { kind })}</p>
  return <LensFigure key={kind} lens={lens} given={given} set={set ?? {}} {...rest} />
}

interface LensFigureProps extends Pick<LensViewProps, 'theme' | 'language' | 'onChange'> {
  readonly lens: Lens
  readonly given: Given
  readonly set: Readonly<Record<string, unknown>>
}

function LensFigure({ lens, given, set, theme, language, onChange }: LensFigureProps) {
  const say = useSay()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [values, setValues] = useState(() => valuesFor(lens, given, set))
  const scene = useMemo(
    () => drawLens(lens, values, { ...plainLook, theme }, language),
    [lens, values, theme, language],
  )
  const change = (next: LensValues) => {
    const fitting = valuesFor(lens, given, next)
    setValues(fitting)
    onChange?.(fitting)
  }

  useEffect(() => {
    const element = canvas.current!
    const repaint = () => {
      const ratio = window.devicePixelRatio || 1
      const { clientWidth: width } = element
      element.width = width * ratio
      element.height = ((width * page.height) / page.width) * ratio
      const ctx = element.getContext('2d')!
      ctx.setTransform((width * ratio) / page.width, 0, 0, (width * ratio) / page.width, 0, 0)
      if (scene.background) {
        ctx.fillStyle = scene.background
        ctx.fillRect(0, 0, page.width, page.height)
      }
      paint(ctx, scene.primitives)
    }
    repaint()
    const sizes = new ResizeObserver(repaint)
    sizes.observe(element)
    return () => sizes.disconnect()
  }, [scene])

  const drag = (handle: Handle, x: number, y: number) => change(lens.drag!(values, handle.id, { x, y }))
  return (
    <section className="lens" aria-label={words(lens.title, language)}>
      <div className="lens-figure">
        <canvas ref={canvas} role="img" aria-label={scene.figure.summary} />
        {scene.figure.handles?.map((handle) => (
          <HandleButton key={handle.id} handle={handle} language={language} onDrag={(x, y) => drag(handle, x, y)} />
        ))}
      </div>
      <form className="lens-controls" aria-label={say('lens.controls')} onSubmit={(event) => event.preventDefault()}>
        {lens.controls(given).map((control) => (
          <ControlField
            key={control.id}
            control={control}
            value={values[control.id]!}
            language={language}
            onChange={(value) => change({ ...values, [control.id]: value })}
          />
        ))}
        <button type="button" className="button" onClick={() => change(valuesFor(lens, given, set))}>
          {say('lens.reset')}
        </button>
      </form>
      <p className="visually-hidden" aria-live="polite">
        {scene.figure.summary}
      </p>
    </section>
  )
}

interface HandleButtonProps {
  readonly handle: Handle
  readonly language: Language
  readonly onDrag: (x: number, y: number) => void
}

const nudges: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
/** As far as one press of an arrow key goes, in pixels of the figure. */
const nudge = 48

function HandleButton({ handle, language, onDrag }: HandleButtonProps) {
  return (
    <button
      type="button"
      className="lens-handle"
      aria-label={words(handle.label, language)}
      style={{ left: `${(handle.x / page.width) * 100}%`, top: `${(handle.y / page.height) * 100}%` }}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
        const box = event.currentTarget.parentElement!.getBoundingClientRect()
        onDrag(((event.clientX - box.x) / box.width) * page.width, ((event.clientY - box.y) / box.height) * page.height)
      }}
      onKeyDown={(event) => {
        const way = nudges[event.key]
        if (!way) return
        event.preventDefault()
        event.stopPropagation()
        onDrag(handle.x + way[0] * nudge, handle.y + way[1] * nudge)
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
