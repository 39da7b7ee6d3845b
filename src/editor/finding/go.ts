// Going to what was found, one after another.
import { reveal, revealEdge, revealAnnotation } from '../canvas/camera/reveal'
import type { Editor } from '../editor'
import { showPanel } from '../panels/opening'
import { soon } from '../soon'
import { say } from '../strings/language'
import type { Shown } from '../state'
import { find, findable, type Match, type Target } from './search'

let last: { entries: ReturnType<typeof findable>; search: string; matches: readonly Match[] } | undefined
let lastEntries: { analysis: object; language: string; entries: ReturnType<typeof findable> } | undefined

/** The same list for the same picture and words. */
export function matchesIn(shown: Shown | undefined, search: string): readonly Match[] {
  if (!shown || search.trim() === '') return []
  const { analysis } = shown.picture
  const { language } = shown.view
  if (lastEntries?.analysis !== analysis || lastEntries.language !== language)
    lastEntries = { analysis, language, entries: findable(analysis, language) }
  const { entries } = lastEntries
  if (last?.entries !== entries || last.search !== search) last = { entries, search, matches: find(entries, search) }
  return last.matches
}

export function idOfTarget(target: Target): string {
  return target.kind === 'node' ? target.path : target.kind === 'symbol' ? `symbol ${target.name}` : target.id
}

export function goToTarget(editor: Editor, target: Target) {
  editor.setSession({ found: idOfTarget(target) })
  switch (target.kind) {
    case 'node':
      return reveal(editor, target.path)
    case 'edge':
      return revealEdge(editor, target.id)
    case 'annotation':
      return revealAnnotation(editor, target.id)
    case 'symbol':
      showPanel(editor, 'inspector', true)
      editor.select([])
      soon(() => {
        const row = document.querySelector<HTMLElement>(`[data-symbol="${CSS.escape(target.name)}"]`)
        row?.scrollIntoView({ block: 'center' })
        row?.querySelector('input')?.focus()
        return row !== null
      })
  }
}

/** To the match after the one that is selected, or before it, all the way round. */
export function goToMatch(editor: Editor, by: 1 | -1) {
  const { shown, search, found } = editor.state().session
  const matches = matchesIn(shown, search)
  const at = matches.findIndex(({ target }) => idOfTarget(target) === found)
  const index = at < 0 ? (by > 0 ? 0 : matches.length - 1) : (at + by + matches.length) % matches.length
  const match = matches[index]
  if (!match) return editor.announce(say('find.nothing', { search }))
  goToTarget(editor, match.target)
  editor.announce(say('find.at', { title: match.title, index: index + 1, count: matches.length }))
}
