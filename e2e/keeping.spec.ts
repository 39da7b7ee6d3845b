// Nothing is lost: documents survive reloads, stand beside each other, and two tabs do not overwrite each other.
import { readFile } from 'node:fs/promises'
import { expect, test, type Page } from '@playwright/test'
import { Canvas, titleField } from './pages/canvas'

async function retitle(page: Page, title: string) {
  await titleField(page).fill(title)
  await titleField(page).press('Enter')
}

async function openGallery(page: Page) {
  await page.getByRole('button', { name: 'Gallery of diagrams' }).click()
  const gallery = page.getByRole('dialog', { name: 'Gallery' })
  await expect(gallery).toBeVisible()
  return gallery
}

function own(page: Page) {
  return page.getByRole('dialog', { name: 'Gallery' }).getByRole('region', { name: 'Your documents' })
}

test('an edit survives a reload, even one that follows at once', async ({ page }) => {
  const canvas = new Canvas(page)
  await canvas.open('clip')
  await retitle(page, 'My CLIP')
  await page.reload()
  await canvas.ready()
  await expect(titleField(page)).toHaveValue('My CLIP')
  expect(canvas.problems).toEqual([])
})

test('each document has a place of its own, and a card in the gallery', async ({ page }) => {
  const canvas = new Canvas(page)
  await canvas.open('clip')
  await retitle(page, 'My CLIP')
  await openGallery(page)
  await page.getByRole('button', { name: /^PaLI \d{4}/ }).click()
  await expect(titleField(page)).toHaveValue('PaLI')
  await retitle(page, 'My PaLI')
  await openGallery(page)
  await expect(own(page).getByRole('button', { name: /^My PaLI/ })).toContainText('open here')
  await own(page)
    .getByRole('button', { name: /^My CLIP/ })
    .click()
  await expect(titleField(page)).toHaveValue('My CLIP')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.reload()
  await canvas.ready()
  await expect(titleField(page)).toHaveValue('My CLIP')

  await test.step('removed, and brought back', async () => {
    await openGallery(page)
    const card = own(page).getByRole('button', { name: /^My PaLI/ })
    await card.hover()
    await own(page).getByRole('button', { name: 'Remove My PaLI' }).click()
    await expect(card).toHaveCount(0)
    await page.keyboard.press('Escape')
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
    await openGallery(page)
    await expect(card).toHaveCount(1)
  })
  expect(canvas.problems).toEqual([])
})

test('a new tab goes on with the last document, unless another tab has it', async ({ context, page }) => {
  const canvas = new Canvas(page)
  await canvas.open('clip')
  await retitle(page, 'My CLIP')
  await openGallery(page)
  await expect(own(page)).toHaveCount(1)
  const second = await context.newPage()
  await second.goto('./')
  await new Canvas(second).ready()
  await expect(titleField(second)).toHaveValue('Flamingo')
  await second.close()
  await page.close()
  const third = await context.newPage()
  await third.goto('./')
  await new Canvas(third).ready()
  await expect(titleField(third)).toHaveValue('My CLIP')
})

test('two tabs with one document: the later is told, becomes a copy or takes over', async ({ context, page }) => {
  const canvas = new Canvas(page)
  await canvas.open('clip')
  await retitle(page, 'Ours')
  const second = await context.newPage()
  const other = new Canvas(second)
  await other.open('pali')
  await openGallery(second)
  await own(second).getByRole('button', { name: /^Ours/ }).click()
  const banner = second.getByText('This document is open in another tab.')
  await expect(banner).toBeVisible()

  await test.step('it takes over, with the newest state, and the first tab stops', async () => {
    await retitle(page, 'Ours, newer')
    await second.getByRole('button', { name: 'Edit it here' }).click()
    await expect(banner).toHaveCount(0)
    await expect(titleField(second)).toHaveValue('Ours, newer')
    await expect(page.getByText('This document is open in another tab.')).toBeVisible()
  })

  await test.step('an edit in the first tab is a copy now', async () => {
    await retitle(page, 'Mine')
    await expect(page.getByText('Kept as a copy')).toBeVisible()
    await expect(page.getByText('This document is open in another tab.')).toHaveCount(0)
    await retitle(second, 'Theirs')
    await openGallery(page)
    await expect(own(page).getByRole('button', { name: /^Mine/ })).toContainText('clip-copy')
    await page.keyboard.press('Escape')
    await second.close()
    await openGallery(page)
    await expect(own(page).getByRole('button', { name: /^Theirs/ })).toBeVisible()
  })
  expect([...canvas.problems, ...other.problems]).toEqual([])
})

test('what cannot be read is told, and can be taken away', async ({ page }) => {
  const canvas = new Canvas(page)
  await canvas.open('clip')
  await retitle(page, 'My CLIP')
  await openGallery(page)
  await expect(own(page)).toHaveCount(1)
  const broken = '{"version": 99, "about": {"title": "From the future"}, "nodes": [], "edges": []}'
  await page.evaluate(async (text) => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('frieze')
      opening.onsuccess = () => resolve(opening.result)
    })
    const store = database.transaction('documents', 'readwrite').objectStore('documents')
    const id = sessionStorage.getItem('frieze.document')!
    await new Promise<void>((resolve) => {
      const reading = store.get(['slot', id])
      reading.onsuccess = () => {
        store.put({ ...reading.result, text }, ['slot', id])
        store.transaction.oncomplete = () => resolve()
      }
    })
    database.close()
  }, broken)
  await page.reload()
  await canvas.ready()
  await expect(titleField(page)).toHaveValue('CLIP')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('status').getByRole('button', { name: 'Download the text' }).click(),
  ])
  expect(await readFile(await download.path(), 'utf8')).toBe(broken)
  await openGallery(page)
  await expect(own(page).getByRole('button', { name: /^clip/ })).toContainText('Cannot be read')
})

test('a browser that keeps nothing says so once, and everything else works', async ({ page }) => {
  await page.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException('A mutation operation was attempted', 'InvalidStateError')
    }
  })
  const canvas = new Canvas(page)
  await canvas.open('clip')
  await expect(page.getByText('This browser keeps nothing for this page')).toHaveCount(1)
  await retitle(page, 'My CLIP')
  await openGallery(page)
  await page.getByRole('button', { name: /^PaLI \d{4}/ }).click()
  await openGallery(page)
  await own(page)
    .getByRole('button', { name: /^My CLIP/ })
    .click()
  await expect(titleField(page)).toHaveValue('My CLIP')
  expect(canvas.problems).toEqual([])
})
