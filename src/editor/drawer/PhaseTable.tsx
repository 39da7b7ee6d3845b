// All phases side by side: what learns, what it costs, what the optimiser keeps, what freezing saves.
import { useMemo, useState } from 'react'
import { setView } from '../../document/edit/view'
import type { Diagram } from '../../document/schema'
import { say as words } from '../../document/words'
import type { View } from '../../graph/view'
import { analyse, type Analysis } from '../../semantics/analyse'
import {
  bytesText,
  memoryOf,
  precisionNames,
  precisionOf,
  savedByFreezing,
  type PrecisionName,
} from '../../semantics/memory'
import { phasesOf } from '../../semantics/setting'
import { percent } from '../../semantics/table/columns'
import { shareOf } from '../../semantics/table/rows'
import { useEditor, useEditorState, useLanguage, useShown } from '../react'
import { useSay } from '../strings/language'
import { MemoryParts } from './MemoryParts'
import { Figure } from './Figure'
import { documentLanguageOf } from '../state'

export function PhaseTable() {
  const say = useSay()
  const language = useLanguage()
  const [precision, setPrecision] = useState<PrecisionName>('mixed')
  const shown = useShown()
  const analyses = useMemo(() => (shown ? inAllPhases(shown.diagram, shown.view) : []), [shown])
  const now = shown?.picture.analysis
  if (!now) return null
  return (
    <div className="phases">
      <div className="drawer-tools">
        <label className="field is-inline">
          <span>{say('phases.precision')}</span>
          <select value={precision} onChange={(event) => setPrecision(event.target.value as PrecisionName)}>
            {precisionNames.map((name) => (
              <option key={name} value={name}>
                {precisionOf(name).label[language]}
              </option>
            ))}
          </select>
        </label>
        <span className="hint">{say('phases.about')}</span>
      </div>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={say('drawer.phases')}>
        <table className="figures-table" data-testid="phase-table">
          <thead>
            <tr>
              <th scope="col">{say('bar.phase')}</th>
              {(['trainable', 'frozen', 'forward', 'training', 'memory', 'saved'] as const).map((column) => (
                <th key={column} scope="col" className="is-number">
                  {say(column === 'memory' || column === 'saved' ? `phases.${column}` : `table.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {analyses.map((analysis) => (
              <PhaseRow
                key={analysis.phase?.id ?? ''}
                analysis={analysis}
                precision={precision}
                isNow={analysis.phase?.id === now.phase?.id}
              />
            ))}
          </tbody>
        </table>
        <MemoryParts analysis={now} precision={precision} />
      </div>
    </div>
  )
}

function inAllPhases(diagram: Diagram, view: View): readonly Analysis[] {
  const phases = phasesOf(diagram, view)
  if (phases.length === 0) return [analyse(diagram, view)]
  return phases.map(({ id }) => analyse(diagram, { ...view, phase: id }))
}

interface PhaseRowProps {
  readonly analysis: Analysis
  readonly precision: PrecisionName
  readonly isNow: boolean
}

function PhaseRow({ analysis, precision, isNow }: PhaseRowProps) {
  const editor = useEditor()
  const say = useSay()
  const language = useEditorState(documentLanguageOf)
  const { phase, total } = analysis
  const saving = useMemo(() => savedByFreezing(analysis, precision), [analysis, precision])
  const choose = () => phase && editor.edit((diagram) => setView(diagram, { phase: phase.id }))
  return (
    <tr className={isNow ? 'is-selected' : undefined} onClick={choose}>
      <th scope="row">
        <button type="button" aria-current={isNow || undefined}>
          {words(phase?.label, language) || say('phases.only')}
        </button>
      </th>
      <Figure
        value={total.params.trainable}
        share={shareOf(total.params.trainable, total.params.total)}
        look="trainable"
      />
      <Figure value={total.params.frozen} share={shareOf(total.params.frozen, total.params.total)} look="frozen" />
      <Figure value={total.flops.forward} />
      <Figure value={total.flops.backward > 0n ? total.flops.training : 0n} />
      <td className="is-number">{saving ? bytesText(memoryOf(analysis, precision).total) : '–'}</td>
      <td className="is-number">
        {saving && saving.bytes > 0n
          ? `${bytesText(saving.bytes)} · ${percent(shareOf(saving.bytes, saving.everything.total))}`
          : '–'}
      </td>
    </tr>
  )
}
