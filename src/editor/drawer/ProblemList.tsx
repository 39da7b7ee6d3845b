// Everything that the diagram gets wrong in this variant and phase; each leads to its place and can be mended at once.
import { CircleX, TriangleAlert } from 'lucide-react'
import { useMemo } from 'react'
import type { MeaningProblem } from '../../semantics/checks'
import type { Mend } from '../../semantics/repairs'
import { titleOf } from '../../semantics/title'
import { nodeAtPath } from '../../semantics/tree'
import { revealProblem } from '../canvas/camera/reveal'
import { problemsOf } from '../problems'
import { tell } from '../../shared/message'
import { useEditor, useEditorState, useLanguage, useShown } from '../react'
import { useSay } from '../strings/language'
import { Mends } from './Mends'
import { useMends } from './useMends'
import { documentLanguageOf } from '../state'

const most = 200

export function ProblemList() {
  const say = useSay()
  const shown = useShown()
  const problems = useMemo(() => (shown ? problemsOf(shown.picture.analysis) : []), [shown])
  const mends = useMends(shown, problems)
  if (problems.length === 0) return <p className="drawer-empty">{say('problems.none')}</p>
  return (
    <ul className="problem-list" aria-label={say('status.problemList')}>
      {problems.slice(0, most).map((problem, i) => (
        <Entry key={`${problem.edge ?? problem.path} ${i}`} problem={problem} mends={mends.get(problem) ?? []} />
      ))}
      {problems.length > most && <li className="hint">{say('drawer.more', { count: problems.length - most })}</li>}
    </ul>
  )
}

function Entry({ problem, mends }: { readonly problem: MeaningProblem; readonly mends: readonly Mend[] }) {
  const editor = useEditor()
  const say = useSay()
  const language = useLanguage()
  const { severity, message, path } = problem
  const title = useEditorState((state) => {
    const analysis = state.session.shown?.picture.analysis
    const item = analysis && nodeAtPath(analysis.tree, path)
    return item ? titleOf(analysis.diagram, item, documentLanguageOf(state)) : path
  })
  const Icon = severity === 'error' ? CircleX : TriangleAlert
  return (
    <li className={`is-${severity}`}>
      <button type="button" className="problem-place" onClick={() => revealProblem(editor, problem)}>
        <Icon size={14} aria-label={say(`problems.${severity}`)} />
        <b>{title}</b>
        {title !== path && <code>{path}</code>}
        <span>{tell(message, language)}</span>
      </button>
      <Mends mends={mends} />
    </li>
  )
}
