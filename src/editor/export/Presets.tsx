// Sets of settings under a name: those that most people come for, and those that a person keeps.
import { X } from 'lucide-react'
import { useState } from 'react'
import { useSay } from '../strings/language'
import { loadPresets, readSettings, readyPresets, savePresets, withPreset, type ExportSettings } from './settings'

interface PresetsProps {
  readonly settings: ExportSettings
  readonly onChoose: (settings: ExportSettings) => void
}

export function Presets({ settings, onChoose }: PresetsProps) {
  const say = useSay()
  const [kept, setKept] = useState(loadPresets)
  const [name, setName] = useState<string>()
  const now = JSON.stringify(settings)
  const change = (next: typeof kept) => {
    setKept(next)
    savePresets(next)
  }
  const keep = () => {
    const trimmed = name?.trim()
    if (trimmed) change(withPreset(kept, { name: trimmed, settings }))
    setName(undefined)
  }
  return (
    <div className="export-presets" role="group" aria-label={say('export.presets')}>
      {readyPresets.map(([key, preset]) => {
        const full = readSettings(preset)
        return (
          <button
            key={key}
            type="button"
            className="chip"
            aria-pressed={JSON.stringify(full) === now}
            onClick={() => onChoose(full)}
          >
            {say(key)}
          </button>
        )
      })}
      {kept.map((preset) => (
        <span key={preset.name} className="chip-pair">
          <button
            type="button"
            className="chip"
            aria-pressed={JSON.stringify(preset.settings) === now}
            onClick={() => onChoose(preset.settings)}
          >
            {preset.name}
          </button>
          <button
            type="button"
            className="chip"
            aria-label={say('export.forget', { name: preset.name })}
            onClick={() => change(kept.filter((each) => each !== preset))}
          >
            <X size={12} aria-hidden="true" />
          </button>
        </span>
      ))}
      {name === undefined ? (
        <button type="button" className="chip is-quiet" onClick={() => setName('')}>
          {say('export.keep')}
        </button>
      ) : (
        <form
          className="chip-pair"
          onSubmit={(event) => {
            event.preventDefault()
            keep()
          }}
        >
          <input
            // It was asked for by a press: whoever pressed wants to write.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            value={name}
            maxLength={60}
            aria-label={say('export.presetName')}
            placeholder={say('export.presetName')}
            onChange={(event) => setName(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return
              event.stopPropagation()
              setName(undefined)
            }}
          />
          <button type="submit" className="chip">
            {say('export.keepIt')}
          </button>
        </form>
      )}
    </div>
  )
}
