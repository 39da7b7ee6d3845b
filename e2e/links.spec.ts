// A diagram travels as a link: copied, opened elsewhere, cut on the way, pasted.
import { expect, test, type Page } from '@playwright/test'
import { Canvas, titleField } from './pages/canvas'

async function copyLink(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Copy link' }).click()
  await expect(page.getByText(/^Link copied: /)).toBeVisible()
  return page.evaluate(() => navigator.clipboard.readText())
}

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

test('an edited CLIP is a short link, and opens elsewhere as it was', async ({ page, browser }) => {
  const canvas = new Canvas(page)
  await canvas.open('clip')
  await canvas.select('image_encoder')
  await canvas.inspector.getByRole('radio', { name: 'frozen' }).click()
  await canvas.fold('text_encoder')
  await canvas.dragBy('similarity', 30, 20)
  await titleField(page).fill('My LiT')
  await titleField(page).press('Enter')
  const place = await canvas.placeOf('similarity')
  const link = await copyLink(page)
  expect(link.length).toBeLessThan(500)
  expect(link).toMatch(/#f1\.clip\./)

  const elsewhere = await browser.newContext()
  const other = await elsewhere.newPage()
  const there = new Canvas(other)
  await other.goto(link)
  await there.ready()
  await expect(titleField(other)).toHaveValue('My LiT')
  await expect(there.node('text_encoder/blocks')).toHaveCount(0)
  expect(await there.placeOf('similarity')).toEqual(place)
  await expect.poll(() => there.totals()).toMatch(/87\.\dM frozen/)

  await test.step('from then on it is kept there, and the address is no longer the link', async () => {
    expect(new URL(other.url()).hash).toBe('')
    await titleField(other).fill('Theirs')
    await titleField(other).press('Enter')
    await other.reload()
    await there.ready()
    await expect(titleField(other)).toHaveValue('Theirs')
  })

  await test.step('a link that is followed in an open page takes the place of the document, which stays kept', async () => {
    await other.goto(link)
    await expect(titleField(other)).toHaveValue('My LiT')
    await other.getByRole('button', { name: 'Gallery of diagrams' }).click()
    await expect(
      other.getByRole('region', { name: 'Your documents' }).getByRole('button', { name: /^Theirs/ }),
    ).toBeVisible()
  })
  expect([...canvas.problems, ...there.problems]).toEqual([])
  await elsewhere.close()
})

for (const [what, spoil, says] of [
  ['cut', (link: string) => link.slice(0, -9), /cut off/],
  ['altered', (link: string) => link.replace(/.{12}$/, (end) => `x${end.slice(1)}`), /altered/],
  ['from a later version', (link: string) => link.replace('#f1.', '#f7.'), /later version/],
] as const) {
  test(`a link that is ${what} says so and opens nothing`, async ({ page, context }) => {
    const canvas = new Canvas(page)
    await canvas.open('clip')
    await titleField(page).fill('My CLIP')
    await titleField(page).press('Enter')
    const link = await copyLink(page)
    const other = await context.newPage()
    const there = new Canvas(other)
    await other.goto(spoil(link))
    await expect(other.getByRole('dialog', { name: /The link cannot be opened/ })).toContainText(says)
    await expect(there.nodes).toHaveCount(0)
    await there.press('Escape')
    await expect(titleField(other)).toHaveValue('Untitled')
    expect([...canvas.problems, ...there.problems]).toEqual([])
  })
}

test('a pasted link opens or goes in; a spoiled one leaves everything alone', async ({ page }) => {
  const canvas = new Canvas(page)
  await canvas.open('clip')
  await titleField(page).fill('My CLIP')
  await titleField(page).press('Enter')
  const link = await copyLink(page)
  await canvas.open('pali')
  const paste = (text: string) =>
    page.evaluate((content) => {
      const data = new DataTransfer()
      data.setData('text/plain', content)
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    }, text)
  await paste(link.slice(0, -3))
  await expect(page.getByRole('dialog')).toContainText(/cut off/)
  await canvas.press('Escape')
  await expect(titleField(page)).toHaveValue('PaLI')
  await paste(link)
  await page.getByRole('dialog').getByRole('button', { name: 'Open' }).click()
  await expect(titleField(page)).toHaveValue('My CLIP')
  expect(canvas.problems).toEqual([])
})
