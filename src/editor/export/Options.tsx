// What a person may choose of a figure that leaves: where it is read, how it looks, what stands on it, and what the format asks.
import { languages } from '../../document/schema'
import { exporterFor, exporters } from '../../exporters'
import { papers, svgProfiles, type ExportOptions, type Page } from '../../exporters/exporter'
import { pixelsAt, scales } from '../../exporters/raster'
import { targetNames } from '../../exporters/targets'
import { themeNames } from '../../scene/scene'
import { languageNames, useSay } from '../strings/language'
import { Check, Choice } from './Fields'
import { flowDirections, shapeAmounts } from '../../graph/view'
import { partNames, type ExportSettings } from './settings'

interface OptionsProps {
  readonly settings: ExportSettings
  readonly page: Page | undefined
  readonly onChange: (change: Partial<ExportSettings>) => void
}

export function Options({ settings, page, onChange }: OptionsProps) {
  const say = useSay()
  const exporter = exporterFor(settings.extension) ?? exporters[0]!
  const heeds = (name: keyof ExportOptions) => exporter.options?.includes(name) ?? false
  const option = (change: ExportOptions) => onChange({ options: { ...settings.options, ...change } })
  const { options, without } = settings
  return (
    <>
      <Choice
        label={say('export.fit')}
        isWide
        value={settings.fit}
        options={(['none', ...targetNames] as const).map((name) => [name, say(`fit.${name}`)])}
        onChange={(fit) => onChange({ fit: fit as ExportSettings['fit'] })}
      />
      <Choice
        label={say('export.format')}
        value={exporter.extension}
        options={exporters.map(({ extension, label }) => [extension, label])}
        onChange={(extension) =>
          // As the command line does, and a person can still say otherwise.
          onChange({ extension, ...(exporterFor(extension)?.isSlides && settings.fit === 'none' && { fit: 'slide' }) })
        }
      />
      <Choice
        label={say('export.theme')}
        value={settings.theme}
        options={themeNames.map((name) => [name, say(`theme.${name}`)])}
        onChange={(theme) => onChange({ theme: theme as ExportSettings['theme'] })}
      />
      {heeds('profile') && (
        <Choice
          label={say('export.profile')}
          isWide
          value={options.profile ?? 'slides'}
          options={svgProfiles.map((name) => [name, say(`profile.${name}`)])}
          onChange={(profile) => option({ profile: profile as ExportOptions['profile'] & string })}
        />
      )}
      {heeds('scale') && page && (
        <Choice
          label={say('export.scale')}
          value={String(options.scale ?? 2)}
          options={scales.map((scale) => [String(scale), `${scale}× · ${pixelsAt(page.scene, scale).join(' × ')}`])}
          onChange={(scale) => option({ scale: Number(scale) })}
        />
      )}
      {heeds('paper') && (
        <Choice
          label={say('export.paper')}
          value={options.paper ?? 'fit'}
          options={papers.map((name) => [name, say(`paper.${name}`)])}
          onChange={(paper) => option({ paper: paper as ExportOptions['paper'] & string })}
        />
      )}
      <Choice
        label={say('export.direction')}
        value={settings.direction}
        options={[['own', say('fit.none')], ...flowDirections.map((each) => [each, say(`direction.${each}`)] as const)]}
        onChange={(direction) => onChange({ direction: direction as ExportSettings['direction'] })}
      />
      <Choice
        label={say('export.shapes')}
        value={settings.shapes}
        options={[['own', say('fit.none')], ...shapeAmounts.map((each) => [each, say(`shapes.${each}`)] as const)]}
        onChange={(shapes) => onChange({ shapes: shapes as ExportSettings['shapes'] })}
      />
      <Choice
        label={say('export.language')}
        value={settings.language}
        options={[['own', say('fit.none')], ...languages.map((each) => [each, languageNames[each]] as const)]}
        onChange={(language) => onChange({ language: language as ExportSettings['language'] })}
      />
      <fieldset className="export-parts">
        <legend className="field-label">{say('export.parts')}</legend>
        {partNames.map((part) => (
          <Check
            key={part}
            label={say(`part.${part}`)}
            checked={!without.includes(part)}
            onChange={(on) =>
              onChange({ without: partNames.filter((each) => (each === part ? !on : without.includes(each))) })
            }
          />
        ))}
        <Check
          label={say('export.background')}
          checked={settings.background}
          onChange={(background) => onChange({ background })}
        />
        {heeds('notes') && (
          <Check label={say('export.notes')} checked={options.notes ?? false} onChange={(notes) => option({ notes })} />
        )}
      </fieldset>
      <Check label={say('export.carries')} checked={settings.carries} onChange={(carries) => onChange({ carries })} />
    </>
  )
}
