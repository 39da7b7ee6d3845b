// A lecturer's hour: a draft from the data flow, a step captured by hand, the talk given with a clicker and the window of
// notes, a reload in the middle of it, and undo of everything.
import { readFile } from 'node:fs/promises'
import { expect, test, type Page } from '@playwright/test'
import { Canvas } from './pages/canvas'

const heading = (page: Page) => page.getByRole('dialog', { name: 'Talk' }).getByRole('heading', { level: 2 })

async function openTalk(page: Page, steps: readonly object[]) {
  const diagram = JSON.parse(await readFile(new URL('../diagrams/clip.json', import.meta.url), 'utf8')) as object
  await page.evaluate(
    (text) => {
      const data = new DataTransfer()
      data.items.add(new File([text], 'talk.frieze.json', { type: 'application/json' }))
      document
        .querySelector('main')!
        .dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
    },
    JSON.stringify({ ...diagram, steps }),
  )
  await expect(page.getByText('talk.frieze.json')).toBeVisible()
}

test('a draft, a captured step, undo', async ({ page }) => {
  const canvas = new Canvas(page)
  await canvas.open('vit')
  await canvas.press('Shift+K')
  const strip = page.getByRole('list', { name: 'Talk' })
  await page.getByRole('combobox', { name: 'Draft' }).selectOption({ label: 'Along the data flow' })
  const drafted = await strip.getByRole('listitem').count()
  // The whole, each of the five parts, and the data flow.
  expect(drafted).toBe(7)

  await canvas.select('image')
  await page.getByRole('button', { name: 'Light on the selection' }).click()
  await page.getByRole('button', { name: 'Capture a step of the talk' }).click()
  await expect(strip.getByRole('listitem')).toHaveCount(drafted + 1)
  await page.getByRole('textbox', { name: 'Title of the step' }).fill('Only the image')
  await page.getByRole('textbox', { name: 'Title of the step' }).press('Enter')
  await expect(strip.getByRole('button', { name: 'Only the image' })).toBeVisible()

  await strip.getByRole('button', { name: 'Only the image' }).focus()
  await page.keyboard.press('Shift+ArrowLeft')
  await expect(strip.getByRole('listitem').nth(drafted - 1)).toContainText('Only the image')

  for (let i = 0; i < 4; i++) await page.keyboard.press('Control+z')
  await expect(strip.getByRole('listitem')).toHaveCount(0)
  expect(canvas.problems).toEqual([])
})

test('a talk with a clicker and the window of notes', async ({ page }) => {
  const canvas = new Canvas(page)
  await canvas.open('clip')
  await openTalk(page, [
    { title: 'Two towers', text: 'Pairs of images and texts.' },
    { title: 'The image encoder', focus: ['image_encoder'], notes: 'Count the patches aloud.' },
    { title: 'Patches', lens: { kind: 'patches' } },
    { title: 'Small and large', focus: [], beside: { variant: 'ViT-L/14' } },
    { title: 'What is it?', quiz: ['labels'] },
  ])
  await page.keyboard.press('F5')
  await expect(heading(page)).toHaveText('Two towers')
  await page.keyboard.press('PageDown')
  await expect(heading(page)).toHaveText('The image encoder')

  const [notes] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('s')])
  await expect(notes.getByText('Count the patches aloud.')).toBeVisible()
  await notes.getByRole('button', { name: 'Next' }).click()
  await expect(heading(page)).toHaveText('Patches')
  await notes.close()

  await test.step('the lens follows its controls', async () => {
    const lens = page.getByRole('region', { name: 'Patches' })
    await expect(lens.getByRole('img')).toHaveAttribute('aria-label', /49/)
    await lens.getByRole('slider', { name: /Patch size/ }).fill('16')
    await expect(lens.getByRole('img')).toHaveAttribute('aria-label', /196/)
  })

  await page.getByRole('dialog', { name: 'Talk' }).focus()
  await page.keyboard.press('PageDown')
  await expect(page.getByRole('figure', { name: /^ViT-L\/14 Parameters 428M/ })).toBeVisible()

  await test.step('a reload comes back to the step', async () => {
    await page.reload()
    await expect(heading(page)).toHaveText('Small and large')
  })

  await page.keyboard.press('b')
  await expect(page.getByRole('button', { name: 'Show the picture again' })).toBeVisible()
  await page.keyboard.press('PageDown')
  await expect(page.getByRole('button', { name: 'Show the picture again' })).toBeHidden()
  await expect(heading(page)).toHaveText('Small and large')

  await page.keyboard.press('2')
  await page.keyboard.press('Enter')
  await expect(heading(page)).toHaveText('The image encoder')
  await page.keyboard.press('o')
  await page.getByRole('button', { name: /What is it/ }).click()
  await expect(heading(page)).toHaveText('What is it?')

  await test.step('tokens are held and put to a moment', async () => {
    await page.keyboard.press('a')
    const moment = page.getByRole('slider', { name: 'Way of the tokens' })
    await expect(moment).toBeVisible()
    await page.getByRole('button', { name: 'Hold the tokens' }).click()
    await moment.fill('1.5')
    await expect(moment).toHaveValue('1.5')
    await page.getByRole('dialog', { name: 'Talk' }).focus()
    await page.keyboard.press('Escape')
    await expect(moment).toBeHidden()
  })
  await page.keyboard.press('Escape')
  await expect(heading(page)).toBeHidden()
  expect(new URL(page.url()).searchParams.has('talk')).toBe(false)
  expect(canvas.problems).toEqual([])
})
