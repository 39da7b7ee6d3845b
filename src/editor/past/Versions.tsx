// The versions of the document that this browser kept: when, what was different then, and the way back.
import { useMemo, useState } from 'react'
import { differenceOf } from '../../document/difference'
import type { Diagram } from '../../document/schema'
import { Picture } from '../gallery/Picture'
import { Sheet } from '../dialogs/Sheet'
import type { VersionMark } from '../keeping/thinning'
import { useEditor, useEditorState } from '../react'
import { diagramOf } from '../state'
import { useSay } from '../strings/language'
import { moment, when } from '../strings/time'
import { done } from './done'
import { DifferenceList } from './DifferenceList'
import { summarise } from './summary'
import { NumberChanges } from './NumberChanges'
import { notifyUndoable } from './undoable'
import { useVersions, type ReadVersion } from './useVersions'

export function Versions() {
  const say = useSay()
  const isOpen = useEditorState(({ session }) => session.dialog === 'versions')
  return (
    <Sheet name="versions" title={say('versions.title')} description={say('versions.description')} className="versions">
      {isOpen && <VersionList />}
    </Sheet>
  )
}

function VersionList() {
  const say = useSay()
  const versions = useVersions()
  const [chosen, setChosen] = useState<number>()
  if (!versions) return <p className="hint">{say('status.busy')}</p>
  if (versions.length === 0) return <p className="hint">{say('past.noVersions')}</p>
  const shown = versions.find(({ time }) => time === chosen) ?? versions[0]!
  return (
    <div className="versions-body">
      <ul className="versions-list" aria-label={say('past.versions')}>
        {versions.map((version, i) => (
          <VersionLine
            key={version.time}
            version={version}
            before={versions[i + 1]}
            isShown={version === shown}
            onChoose={() => setChosen(version.time)}
          />
        ))}
      </ul>
      <VersionView key={shown.time} version={shown} />
    </div>
  )
}

interface VersionLineProps {
  readonly version: ReadVersion
  readonly before: ReadVersion | undefined
  readonly isShown: boolean
  readonly onChoose: () => void
}

const marks = { opened: 'versions.opened', saved: 'versions.saved' } as const

function VersionLine({ version, before, isShown, onChoose }: VersionLineProps) {
  const say = useSay()
  const language = useEditorState(({ preferences }) => preferences.language)
  const [now] = useState(() => Date.now())
  const summary = useMemo(
    () => version.diagram && before?.diagram && summarise(before.diagram, version.diagram, say, language),
    [say, version, before, language],
  )
  return (
    <li>
      <button type="button" className="version-line" aria-current={isShown} onClick={onChoose}>
        <b>{moment(version.time, now, language)}</b>
        <span>{when(version.time, now, language)}</span>
        <small>{[markOf(version), summary].filter(Boolean).join(' · ')}</small>
      </button>
    </li>
  )

  function markOf({ mark }: VersionMark): string | undefined {
    return mark && say(marks[mark])
  }
}

function VersionView({ version }: { readonly version: ReadVersion }) {
  const say = useSay()
  const { diagram } = version
  const load = useMemo(() => () => Promise.resolve(diagram), [diagram])
  if (version.problem !== undefined) return <p className="problem">{version.problem}</p>
  if (!diagram) return <p className="hint">{say('status.busy')}</p>
  return (
    <div className="version-view">
      <Picture load={load} isFolded width={420} height={236} />
      <Compared diagram={diagram} />
      <VersionActions version={version} diagram={diagram} />
    </div>
  )
}

/** What going back would change. */
function Compared({ diagram }: { readonly diagram: Diagram }) {
  const say = useSay()
  const present = useEditorState(diagramOf)
  const difference = useMemo(() => differenceOf(present, diagram), [present, diagram])
  return (
    <section className="version-compared" tabIndex={0} aria-label={say('versions.compared')}>
      <h3>{say('versions.compared')}</h3>
      <NumberChanges before={present} after={diagram} />
      <DifferenceList before={present} after={diagram} difference={difference} />
    </section>
  )
}

function VersionActions({ version, diagram }: { readonly version: ReadVersion; readonly diagram: Diagram }) {
  const editor = useEditor()
  const say = useSay()
  const language = useEditorState(({ preferences }) => preferences.language)
  const isPresent = useEditorState((state) => state.history.present.diagram === diagram)
  const [isLeaving, setIsLeaving] = useState(false)

  async function restore() {
    setIsLeaving(true)
    const { keeping } = editor
    // Undo does not outlast the page, so what is left behind is a version, too.
    await keeping?.flush()
    await keeping?.documents.keepVersion(editor.state().origin.id).catch(() => undefined)
    const name = moment(version.time, Date.now(), language)
    editor.edit(() => diagram, { done: done('done.restore', { name }), select: [], refit: true })
    editor.setSession({ dialog: undefined })
    notifyUndoable(editor, say('versions.restored', { name }))
  }

  function openCopy() {
    const { name } = editor.state().origin
    editor.open(diagram, {
      name: `${name}-copy`,
      builtIn: editor.state().origin.builtIn,
      saved: undefined,
      opened: undefined,
    })
    editor.setSession({ dialog: undefined })
  }

  return (
    <div className="dialog-foot">
      <button type="button" className="button" onClick={openCopy}>
        {say('versions.copy')}
      </button>
      <button
        type="button"
        className="button is-primary"
        disabled={isLeaving || isPresent}
        onClick={() => void restore()}
      >
        {say('versions.restore')}
      </button>
    </div>
  )
}
