// The bar below the picture: a list of what there is to turn to, and buttons.
import type { Payload, ViewerState } from '../payload'
import { kindOf, neighboursOf } from './turning'

/** Lists the pictures, in the words of the page. */
export function fillBar(bar: HTMLElement, states: readonly ViewerState[], words: Payload['words'] | undefined) {
  const select = bar.querySelector('select')!
  select.replaceChildren()
  const groups = new Map<string, Element>()
  for (const [index, state] of states.entries()) {
    const kind = kindOf(state, states[0])
    const group = groups.get(kind) ?? Object.assign(document.createElement('optgroup'), { label: words?.[kind] })
    if (!groups.has(kind)) select.append(group)
    groups.set(kind, group)
    group.append(new Option(state.title, String(index)))
  }
  bar.hidden = false
  for (const each of bar.querySelectorAll<HTMLElement>('[aria-label]')) {
    const act = each.dataset.act ?? 'view'
    if (words) each.setAttribute('aria-label', words[act as keyof typeof words])
    if (/back|next|view/.test(act)) each.hidden = states.length < 2
    if (act === 'notes') each.hidden = !states.some(({ notes }) => notes)
  }
}

/** Says in the bar which picture is seen. */
export function markBar(bar: HTMLElement, states: readonly ViewerState[], index: number) {
  bar.querySelector('select')!.value = String(index)
  bar.querySelector('output')!.textContent = states[index]?.title ?? ''
  for (const [act, to] of Object.entries(neighboursOf(states, index)))
    bar.querySelector(`[data-act=${act}]`)!.toggleAttribute('disabled', to < 0)
}
