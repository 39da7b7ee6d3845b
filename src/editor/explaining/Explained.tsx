// A number that explains itself when it is pointed at, pressed or focused: what it is, how it comes about, who says so.
import { Tooltip } from 'radix-ui'
import { useMemo, useState } from 'react'
import { basisText } from '../../document/basis'
import type { Diagram, Language } from '../../document/schema'
import { say as words } from '../../document/words'
import type { View } from '../../graph/view'
import type { Analysis } from '../../semantics/analyse'
import { doubtName, doubtNote, doubtText, type Doubt } from '../../semantics/doubts'
import { grouped, short } from '../../semantics/number'
import { percent } from '../../semantics/table/columns'
import { titleWords } from '../../document/titles'
import { useEditorState } from '../react'
import { useSay } from '../strings/language'
import { explain, type Explanation, type Quantity } from './explanation'

interface ExplainedProps {
  readonly quantity: Quantity
  /** Of the node that it is about; the empty one is the whole diagram. */
  readonly path: string
  /** As it is written. */
  readonly children: string
  readonly isStrong?: boolean
}

export function Explained({ quantity, path, children, isStrong }: ExplainedProps) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  return (
    <Tooltip.Root open={isOpen} onOpenChange={setOpen}>
      <Tooltip.Trigger asChild>
        <button
          type="button"
          className={`number is-explained ${isStrong ? 'is-strong' : ''}`}
          aria-label={`${children}, ${say('explain.label')}`}
          // A finger cannot hover.
          onClick={(event) => {
            event.preventDefault()
            setOpen(true)
          }}
        >
          {children}
        </button>
      </Tooltip.Trigger>
      <ExplanationBubble quantity={quantity} path={path} />
    </Tooltip.Root>
  )
}

/** Beside what opens it. */
export function ExplanationBubble(about: { readonly quantity: Quantity; readonly path: string }) {
  return (
    <Tooltip.Portal>
      <Tooltip.Content className="tooltip is-explanation" side="left" sideOffset={6} collisionPadding={8}>
        <ExplanationOf {...about} />
      </Tooltip.Content>
    </Tooltip.Portal>
  )
}

/** On the page only while it is looked at: it takes a moment to find out. */
export function ExplanationOf({ quantity, path }: { readonly quantity: Quantity; readonly path: string }) {
  const shown = useEditorState(({ session }) => session.shown)
  if (!shown) return null
  return <Written analysis={shown.picture.analysis} view={shown.view} path={path} quantity={quantity} />
}

interface WrittenProps {
  readonly analysis: Analysis
  readonly view: View
  readonly path: string
  readonly quantity: Quantity
}

function Written({ analysis, view, path, quantity }: WrittenProps) {
  const say = useSay()
  const found: Explanation = useMemo(() => explain(analysis, view, path, quantity), [analysis, view, path, quantity])
  const { diagram } = analysis
  const { language } = view
  const parts = found.parts.map(
    ({ item, value }) => `${words(titleWords(diagram, item.node), language)} ${short(value)}`,
  )
  return (
    <>
      <b>{grouped(found.value)}</b>
      <span>{say(`explain.${quantity}`)}</span>
      {found.formula && <code>{found.formula}</code>}
      {parts.length > 0 && <span>{say('explain.parts', { parts: parts.join(' + ') })}</span>}
      {found.found.map(({ published, difference }, i) => (
        <span key={i} className="explained-source">
          {say('explain.published', {
            value: short(published.value),
            difference: signedPercent(difference),
            source: [
              sourceText(diagram, published.source),
              words(published.place, language),
              basisText(published.basis, language),
            ]
              .filter(Boolean)
              .join(', '),
          })}
          {published.note && <small>{words(published.note, language)}</small>}
        </span>
      ))}
      {found.doubts.length > 0 && (
        <span className="explained-source">
          {say('explain.unsure')} {doubtsText(analysis, found.doubts, language)}
        </span>
      )}
    </>
  )
}

function signedPercent(difference: number): string {
  if (Math.abs(difference) < 5e-7) return '± 0'
  return `${difference > 0 ? '+' : '−'}${percent(Math.abs(difference)).replace(/^< /, '')}`
}

function sourceText({ about }: Diagram, id: string | undefined): string {
  const source = about.sources?.find((each) => each.id === id)
  if (!source) return id ?? ''
  const author = source.authors?.split(',')[0]
  return [`${source.id}:`, author, source.year, source.title, source.arxiv && `arXiv ${source.arxiv}`]
    .filter(Boolean)
    .join(' ')
}

/** The names, and why, where that is not too long. */
function doubtsText(analysis: Analysis, doubts: readonly Doubt[], language: Language): string {
  if (doubts.length > 2) return doubts.map((each) => doubtText(analysis, each, language)).join(', ')
  return doubts
    .map((each) => `${doubtName(analysis, each, language)} (${doubtNote(analysis, each, language)})`)
    .join('; ')
}
