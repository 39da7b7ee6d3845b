// The Perceiver Resampler copied from Flamingo into PaLI in another window, in place of the projection, following what the
// refusals advise: by mouse and by keyboard alone; every press, click and text written is counted.
import type { BrowserContext, Page } from '@playwright/test'
import { Canvas } from './pages/canvas'
import { exact, expect, Hand, test } from './pages/hand'

test.use({ diagram: 'flamingo', permissions: ['clipboard-read', 'clipboard-write'] })

// Worked out by hand from the papers' sizes, not by the program.
const [vision, d, lm] = [1792, 1536, 4096]
const heads = 16 * 128
const resampler = vision * d + 8 * d + 64 * d + 6 * (6 * d + 4 * d * heads + 8 * d * d) + 2 * d
const projection = vision * lm + lm
const linear = d * lm + lm

async function isCopied(page: Page) {
  await expect
    .poll(() => page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => item.types)))
    .toContain('text/plain')
}

/** PaLI in another window; the hand goes on counting there. */
async function pali(context: BrowserContext, before: Hand): Promise<Hand> {
  const canvas = new Canvas(await context.newPage())
  await canvas.open('pali')
  const hand = new Hand(canvas.page, canvas)
  hand.actions = before.actions
  return hand
}

async function isResampled({ page, canvas }: Hand, before: readonly string[]) {
  await expect(canvas.edge('#vision.tokens>unsqueeze.x')).toBeAttached()
  await expect(canvas.edge('#unsqueeze.x>resampler.features')).toBeAttached()
  await expect(canvas.edge('#resampler.x>linear.x')).toBeAttached()
  await expect(canvas.edge('#linear.x>concat.a')).toBeAttached()
  await expect(canvas.node('projection')).toHaveCount(0)
  await expect(page.getByRole('button', { name: /problem/ })).toHaveCount(0)
  const [all, trainable, frozen] = before.map(Number)
  const more = resampler + linear - projection
  await expect.poll(() => exact(page)).toEqual([all! + more, trainable! + more, frozen!].map(String))
  expect(canvas.problems).toEqual([])
}

test('by mouse', async ({ context, hand: first, page }) => {
  await first.menu('resampler', 'Copy')
  await isCopied(page)

  const hand = await pali(context, first)
  const { canvas } = hand
  const before = await exact(canvas.page)
  const ground = await canvas.boxOf(canvas.page.getByTestId('canvas'))
  hand.actions++
  await canvas.page.mouse.click(ground.x + 20, ground.y + 20, { button: 'right' })
  await hand.click(canvas.page.getByRole('menuitem', { name: /^Paste( Ctrl.*)?$/ }))
  await expect(canvas.node('resampler')).toHaveClass(/selected/)
  await canvas.rest()

  // One image is a list of one image of one frame, and its tokens are to be as wide as those of the text.
  await hand.connect(['vision', 'tokens'], ['resampler', 'features'])
  await expect(canvas.notices.first()).toContainText('takes tokens of 5 dimensions')
  await hand.click(canvas.page.getByRole('button', { name: 'Insert an Unsqueeze by 1 × 1, with images = 1' }))
  await canvas.rest()
  await hand.connect(['resampler', 'x'], ['concat', 'a'])
  await expect(canvas.notices.first()).toContainText('widths 4096 and 1536 differ')
  await hand.click(canvas.page.getByRole('button', { name: 'Insert a Linear 1536 → 4096' }))
  await canvas.rest()
  await hand.menu('projection', 'Delete')
  await isResampled(hand, before)
  hand.tell('The Resampler in PaLI by mouse', 20)
})

test('by keyboard', async ({ context, hand: first, page }) => {
  await first.goTo('Perceiver Resampler', 'resampler')
  await first.press('Control+c')
  await isCopied(page)

  const hand = await pali(context, first)
  const { canvas } = hand
  const before = await exact(canvas.page)
  await hand.press('Control+v')
  await expect(canvas.node('resampler')).toHaveClass(/selected/)
  // It would be fed by what is called as in Flamingo, and that does not fit.
  await expect(canvas.edge('#vision.tokens>resampler.features')).toHaveCount(0)
  await hand.take('Insert an Unsqueeze by 1 × 1, with images = 1')
  await hand.goTo('Perceiver Resampler', 'resampler')
  await hand.connectTo('concat', 'output')
  await hand.take('Insert a Linear 1536 → 4096')
  await hand.goTo('Linear projection', 'projection')
  await hand.press('Delete')
  await isResampled(hand, before)
  hand.tell('The Resampler in PaLI by keyboard', 40)
})
