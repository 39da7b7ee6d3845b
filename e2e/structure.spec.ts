// Groups, modules, repeats, order and places: by the context menu and by keys.
import { Canvas } from './pages/canvas'
import { expect, test } from './pages/story'

test('group by menu, make it a module, duplicate, independent, ungroup', async ({ canvas, page }) => {
  await canvas.select('text_norm')
  await page.keyboard.down('Shift')
  await canvas.node('text_projection').click({ position: { x: 20, y: 10 } })
  await page.keyboard.up('Shift')
  await canvas.node('text_norm').click({ button: 'right', position: { x: 20, y: 10 } })
  await page.getByRole('menuitem', { name: 'Group, module, repeat' }).hover()
  await page.getByRole('menuitem', { name: 'Group', exact: false }).filter({ hasText: 'Ctrl+G' }).first().click()
  await expect(canvas.node('group/text_norm')).toBeAttached()
  await expect(canvas.node('group')).toHaveClass(/selected/)

  await canvas.press('Control+k')
  await page.getByPlaceholder('What do you want to do?').fill('Turn the group into a module')
  await canvas.press('Enter')
  await canvas.rest()
  await canvas.press('Control+d')
  await expect(canvas.node('group_2')).toHaveClass(/selected/)
  await canvas.press('Control+k')
  await page.getByPlaceholder('What do you want to do?').fill('module of its own')
  await canvas.press('Enter')
  await canvas.rest()
  for (let i = 0; i < 4; i++) await canvas.press('Control+z')
  await expect(canvas.node('text_norm')).toHaveClass(/selected/)
  await expect(canvas.node('group')).toHaveCount(0)
})

test('align by key, lock, and the menu says why a locked node cannot be deleted', async ({ canvas, page }) => {
  await canvas.select('text')
  await page.keyboard.down('Shift')
  await canvas.node('image').click({ position: { x: 20, y: 10 } })
  await page.keyboard.up('Shift')
  await canvas.press('Alt+d')
  await canvas.rest()
  const right = async (path: string) => {
    const { x } = await canvas.placeOf(path)
    return x + (await canvas.node(path).evaluate((node) => parseFloat((node as HTMLElement).style.width)))
  }
  expect(Math.abs((await right('text')) - (await right('image')))).toBeLessThanOrEqual(1)
  await canvas.press('Control+Shift+l')
  await canvas.rest()
  await canvas.node('text').click({ button: 'right', position: { x: 20, y: 10 } })
  const remove = page.getByRole('menuitem', { name: 'Delete' })
  await expect(remove).toHaveAttribute('aria-disabled', 'true')
  await remove.click({ force: true })
  await expect(page.getByText(/^(Text, Image|Image, Text): It is locked in place; unlock it first\.$/)).toBeVisible()
})

test('a long press opens the menu on touch', async ({ browser }) => {
  const context = await browser.newContext({ hasTouch: true, viewport: { width: 1000, height: 700 } })
  const page = await context.newPage()
  const touch = new Canvas(page)
  await touch.open('clip')
  const box = await touch.boxOf(touch.node('text_norm'))
  const client = await context.newCDPSession(page)
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] })
  await expect(page.getByRole('menuitem', { name: 'Freeze' })).toBeVisible()
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await expect(page.getByRole('menuitem', { name: 'Freeze' })).toBeVisible()
  await expect(touch.node('text_norm')).toHaveClass(/selected/)
  await context.close()
})
