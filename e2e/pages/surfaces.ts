// Everything that the editor can put before a person, each a few keys away: for what has to hold everywhere. Opened and
// closed by keyboard only, so that it works in every language and at every width.
import { expect, type Page } from '@playwright/test'
import type { Canvas } from './canvas'

export interface Surface {
  readonly name: string
  /** What shows that it is there. */
  readonly shows: string
  open(canvas: Canvas): Promise<void>
  close(canvas: Canvas): Promise<void>
}

const press =
  (...keys: string[]) =>
  async (canvas: Canvas) => {
    for (const each of keys) await canvas.press(each)
  }

/** A panel, the drawer or a sheet: the keys that show it and those that send it away. */
function byKeys(name: string, shows: string, keys: readonly string[], away: readonly string[]): Surface {
  return { name, shows, open: press(...keys), close: press(...away) }
}

const dialog = '[role="dialog"]'

/** Where a field has the focus, letters are written. */
async function leaveField({ page }: Canvas) {
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
}

/** Commands without keys of their own are found in the command palette by their ids. */
async function runById(canvas: Canvas, id: string) {
  await canvas.press('Control+k')
  await canvas.page.locator(`[cmdk-item][data-value$=" ${id}"]`).click()
}

/** A sheet over the talk. */
function inTalk(name: string, key: string): Surface {
  return {
    name,
    shows: '.talk-sheet',
    async open(canvas) {
      await canvas.press('F5')
      await expect(canvas.page.locator('.talk')).toBeVisible()
      await canvas.press(key)
    },
    async close(canvas) {
      await canvas.press('Escape')
      await expect(canvas.page.locator('.talk-sheet')).toHaveCount(0)
      await canvas.press('Escape')
      await expect(canvas.page.locator('.talk')).toHaveCount(0)
    },
  }
}

async function dropFile(page: Page, text: string) {
  await page.evaluate((content) => {
    const data = new DataTransfer()
    data.items.add(new File([content], 'dropped.json', { type: 'application/json' }))
    document
      .querySelector('main')!
      .dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
  }, text)
}

async function selectByKeys(canvas: Canvas, path: string) {
  await canvas.node(path).focus()
  await canvas.press('Shift+Tab')
  await canvas.press('Tab')
  await expect(canvas.node(path)).toHaveClass(/selected/)
}

function byCommand(name: string, shows: string, id: string, away: readonly string[]): Surface {
  return { name, shows, open: (canvas) => runById(canvas, id), close: press(...away) }
}

/** Has several variants, phases and steps, and is small: the pages are looked at, not the picture. */
export const diagram = 'clip'
/** A node of it that has a lens. */
const subject = 'similarity'

/** The editor is open on the diagram. */
export const surfaces: readonly Surface[] = [
  { name: 'palette', shows: '.panel.palette', open: press('n'), close: leaveField },
  { name: 'outline', shows: '.panel.outline', open: press('Shift+O'), close: leaveField },
  {
    name: 'history',
    shows: '.panel.history',
    open: press('Shift+H'),
    close: (canvas) => runById(canvas, 'toggle-palette'),
  },
  byCommand('diagram', '.inspector', 'toggle-inspector', []),
  {
    name: 'node',
    shows: '.inspector',
    open: (canvas) => selectByKeys(canvas, subject),
    async close(canvas) {
      await canvas.press('Escape')
      await runById(canvas, 'toggle-inspector')
    },
  },
  ...(['Shift+P', 'Shift+T', 'Shift+M', 'Shift+D', 'Shift+K'] as const).map((keys) =>
    byKeys(`drawer ${keys}`, '.drawer', [keys], [keys]),
  ),
  byKeys('gallery', dialog, ['Control+Shift+O'], ['Escape']),
  byKeys('export', dialog, ['Control+Shift+E'], ['Escape']),
  byKeys('commands', dialog, ['Control+k'], ['Escape']),
  byKeys('shortcuts', dialog, ['Shift+?'], ['Escape']),
  byKeys('chart', dialog, ['Shift+C'], ['Escape']),
  byKeys('go to', dialog, ['Control+j'], ['Escape']),
  ...(['about', 'variants', 'phases', 'symbols'] as const).map((tab) =>
    byCommand(`settings ${tab}`, dialog, `settings-${tab}`, ['Escape']),
  ),
  byCommand('versions', dialog, 'versions', ['Escape']),
  {
    name: 'lens',
    shows: dialog,
    async open(canvas) {
      await selectByKeys(canvas, subject)
      await canvas.press('Shift+L')
    },
    close: press('Escape'),
  },
  {
    name: 'fits',
    shows: dialog,
    async open(canvas) {
      await selectByKeys(canvas, subject)
      await canvas.press('Shift+N')
    },
    close: press('Escape'),
  },
  {
    name: 'connect',
    shows: dialog,
    async open(canvas) {
      await selectByKeys(canvas, subject)
      await canvas.press('e')
    },
    close: press('Escape'),
  },
  {
    name: 'refusal',
    shows: dialog,
    open: ({ page }) => dropFile(page, '{"version": 99}'),
    close: press('Escape'),
  },
  {
    name: 'menu',
    shows: '[role="menu"]',
    open: ({ page }) => page.locator('.topbar [aria-haspopup="menu"]').last().click(),
    close: press('Escape'),
  },
  {
    name: 'context menu',
    shows: '[role="menu"]',
    async open(canvas) {
      await selectByKeys(canvas, subject)
      await canvas.press('Shift+F10')
    },
    close: press('Escape'),
  },
  byKeys('talk', '.talk', ['F5'], ['Escape']),
  inTalk('talk overview', 'o'),
  inTalk('talk help', '?'),
]

export async function openSurface(canvas: Canvas, surface: Surface) {
  await surface.open(canvas)
  await expect(canvas.page.locator(surface.shows).first(), surface.name).toBeVisible()
}

export async function closeSurface(canvas: Canvas, surface: Surface) {
  await surface.close(canvas)
  if (/^\[role|^\.talk/.test(surface.shows))
    await expect(canvas.page.locator(surface.shows), surface.name).toHaveCount(0)
}

/** The window in another size, and the page come to rest in it. */
export async function resize(page: Page, size: { readonly width: number; readonly height: number }) {
  await page.setViewportSize(size)
  await page.waitForFunction((width) => {
    const { below = '' } = document.documentElement.dataset
    return window.innerWidth === width && below.split(' ').includes('1100') === width < 1100
  }, size.width)
  // What follows the size does so in the next frames.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

/** What of the page cannot be read: words that are cut off, words over words, controls over controls. */
export function unreadable(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    interface Found {
      readonly element: Element
      readonly box: DOMRect
      readonly surface: Element | null
      readonly words: string
    }
    const grounds =
      '.topbar, .statusbar, .panel, .drawer, [role="dialog"], [role="menu"], .talk-sheet, .talk, .presenter, .stage'
    const texts: Found[] = []
    const problems = new Set<string>()
    const isSeen = (element: Element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      !element.closest('.visually-hidden, [aria-hidden="true"], [cmdk-label]')
    const name = (element: Element, words: string) => {
      const ground = element.closest(grounds)
      return `${ground?.className ?? 'page'} › ${element.tagName.toLowerCase()}.${element.className}: “${words.slice(0, 60)}”`
    }
    /** The part of a box that is left after everything around it has cut it; what can be scrolled to is not cut. */
    const cutBy = (element: Element, box: DOMRect) => {
      for (let at: Element | null = element; at; at = at.parentElement) {
        const style = getComputedStyle(at)
        const frame = at.getBoundingClientRect()
        const slack = 1.5
        for (const [overflow, cut] of [
          [style.overflowX, box.left < frame.left - slack || box.right > frame.right + slack],
          [style.overflowY, box.top < frame.top - slack || box.bottom > frame.bottom + slack],
        ] as const) {
          if (!cut) continue
          if (overflow === 'auto' || overflow === 'scroll') return undefined
          if (overflow !== 'visible') return at
        }
        if (style.position === 'fixed') break
      }
      const { clientWidth, clientHeight } = document.documentElement
      return box.left < -1 || box.top < -1 || box.right > clientWidth + 1 || box.bottom > clientHeight + 1
        ? document.documentElement
        : undefined
    }
    /** What is in sight of a box: the rest is scrolled away. */
    const inSight = (element: Element, { left, top, right, bottom }: DOMRect): DOMRect | undefined => {
      for (let at: Element | null = element; at; at = at.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(at)
        const frame = at.getBoundingClientRect()
        if (overflowX !== 'visible') [left, right] = [Math.max(left, frame.left), Math.min(right, frame.right)]
        if (overflowY !== 'visible') [top, bottom] = [Math.max(top, frame.top), Math.min(bottom, frame.bottom)]
      }
      return right - left > 1 && bottom - top > 1 ? new DOMRect(left, top, right - left, bottom - top) : undefined
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const words = node.textContent?.trim() ?? ''
      const element = node.parentElement
      if (!words || !element || element.closest('script, style, option, .react-flow, noscript') || !isSeen(element))
        continue
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const box of range.getClientRects()) {
        const seen = inSight(element, box)
        if (!seen) continue
        const cut = cutBy(element, box)
        // Words of the person's own may be shortened where the whole is a hover or a press away.
        const isShortened = cut && getComputedStyle(cut).textOverflow === 'ellipsis'
        if (cut && !(isShortened && cut.closest('[title]'))) problems.add(`cut off: ${name(element, words)}`)
        texts.push({ element, box: seen, surface: element.closest(grounds), words })
      }
    }
    for (const element of document.querySelectorAll(
      'button, input, select, textarea, a, [role="tab"], [role="radio"]',
    )) {
      if (!isSeen(element) || element.closest('.react-flow')) continue
      const box = element.getBoundingClientRect()
      const seen = inSight(element, box)
      if (!seen) continue
      const words = element.getAttribute('aria-label') ?? element.textContent ?? ''
      if (cutBy(element.parentElement!, box)) problems.add(`cut off: ${name(element, words)}`)
      texts.push({ element, box: seen, surface: element.closest(grounds), words })
    }
    const sorted = texts.sort((a, b) => a.box.top - b.box.top)
    for (const [i, one] of sorted.entries()) {
      for (const other of sorted.slice(i + 1)) {
        if (other.box.top > one.box.bottom - 3) break
        const width = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
        const height = Math.min(one.box.bottom, other.box.bottom) - other.box.top
        if (width <= 2 || height <= 3 || one.surface !== other.surface) continue
        // In a chart of areas the parts lie in the whole.
        const areTiles = [one, other].every(({ element }) => element.matches('.chart-tile'))
        if (!areTiles && !one.element.contains(other.element) && !other.element.contains(one.element))
          problems.add(`over each other: ${name(one.element, one.words)} and “${other.words.slice(0, 40)}”`)
      }
    }
    return [...problems]
  })
}
