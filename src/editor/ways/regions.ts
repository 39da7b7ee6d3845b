// The parts of the window in turn, as F6 goes through them in other programs.
import type { Editor } from '../editor'
import { focusCanvas } from './steps'

const regions = ['.topbar', '.side', '.stage', '.notices', '.inspector', '.drawer', '.statusbar'] as const
const focusable = 'button, input:not([type="hidden"]), select, textarea, a[href], [tabindex]:not([tabindex="-1"])'

/** Gives the focus to the first thing in the next part; in the canvas to what is selected. */
export function moveRegion(editor: Editor, by: 1 | -1) {
  const there = regions.flatMap((name) => document.querySelector<HTMLElement>(name) ?? [])
  const now = there.findIndex((region) => region.contains(document.activeElement))
  for (let i = 1; i <= there.length; i++) {
    const region = there[((((now < 0 ? 0 : now) + by * i) % there.length) + there.length) % there.length]!
    if (region.matches('.stage')) {
      focusCanvas(editor)
      if (region.contains(document.activeElement)) return
    }
    const first = [...region.querySelectorAll<HTMLElement>(focusable)].find((each) => each.offsetParent !== null)
    if (!first) continue
    first.focus()
    return
  }
}
