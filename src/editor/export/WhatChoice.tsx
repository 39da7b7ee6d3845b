// What leaves: everything, the selection, a step or all of them, or one module of the picture.
import { say as words } from '../../document/words'
import type { Language } from '../../document/schema'
import { titleOf } from '../../semantics/title'
import { everyNode } from '../../semantics/tree'
import type { ChosenBeside, Shown } from '../state'
import { useSay } from '../strings/language'
import { Choice } from './Fields'
import type { What } from '../../pages'
import { idsOf } from '../../shared/path'

interface WhatChoiceProps {
  readonly shown: Shown
  readonly selected: readonly string[]
  /** The step that the picture is of, when it is of one. */
  readonly step: number | undefined
  readonly value: What
  readonly beside: ChosenBeside
  readonly onChange: (what: What) => void
}

export function WhatChoice({ shown, selected, step, value, beside, onChange }: WhatChoiceProps) {
  const say = useSay()
  const { diagram, view, picture } = shown
  const steps = diagram.steps ?? []
  const modules = [...everyNode(picture.analysis.tree)].filter((node) => node.inside)
  const choose = (text: string) => {
    const [kind, name = ''] = text.split(/:(.*)/s)
    if (kind === 'selection') onChange({ kind, paths: selected })
    else if (kind === 'module') onChange({ kind, path: name })
    else if (kind === 'steps') onChange({ kind, indexes: name === '' ? steps.map((_, i) => i) : [Number(name)] })
    else if (kind === 'beside') onChange({ kind })
    else onChange({ kind: 'whole' })
  }
  return (
    <Choice
      label={say('export.what')}
      isWide
      value={textOf(value, steps.length)}
      options={[
        ['whole', say('export.whole')],
        ...(selected.length ? ([['selection', say('export.selection')]] as const) : []),
        ...(isWorth(beside)
          ? ([['beside', say('export.beside', { title: besideTitle(beside, view.language) })]] as const)
          : []),
        ...(steps.length ? ([['steps', say('export.steps', { count: steps.length })]] as const) : []),
        ...(step !== undefined && step < steps.length ? ([[`steps:${step}`, say('export.step')]] as const) : []),
      ]}
      onChange={choose}
    >
      {modules.length > 0 && (
        <optgroup label={say('export.module')}>
          {modules.map((node) => (
            <option key={node.path} value={`module:${node.path}`}>
              {'  '.repeat(idsOf(node.path).length - 1)}
              {titleOf(diagram, node, view.language)}
            </option>
          ))}
        </optgroup>
      )}
      {steps.length > 1 && (
        <optgroup label={say('export.oneStep')}>
          {steps.map((each, i) =>
            i === step ? null : (
              <option key={i} value={`steps:${i}`}>
                {i + 1} {words(each.title, view.language)}
              </option>
            ),
          )}
        </optgroup>
      )}
    </Choice>
  )
}

/** With itself as it is, nobody would. */
function isWorth({ asked }: ChosenBeside): boolean {
  return Object.keys(asked).length > 0
}

/** The other diagram; of the same one, the variant or phase. */
function besideTitle({ asked, companion, title }: ChosenBeside, language: Language): string {
  return companion ? words(title, language) : (asked.variant ?? asked.phase ?? '')
}

function textOf(what: What, steps: number): string {
  if (what.kind === 'module') return `module:${what.path}`
  if (what.kind !== 'steps') return what.kind
  return what.indexes.length === 1 && steps > 1 ? `steps:${what.indexes[0]!}` : 'steps'
}
