// A researcher's stories, each by mouse and by keyboard alone: every press, click and text written is counted.
import type { Canvas } from './pages/canvas'
import { exact, expect, test } from './pages/hand'
import { titleField } from './pages/canvas'

// Worked out by hand from the papers' sizes, not by the program.
const d = 1024
const vit = 14 ** 2 * 3 * d + d + 257 * d + 2 * d + 24 * (12 * d * d + 13 * d) + 2 * d + d * 768
const w = 4096
const projector = d * w + w + (w * w + w)
const vicuna = 2 * 32_000 * w + 32 * (4 * w * w + 3 * w * 11_008 + 2 * w) + w

async function isLlava(canvas: Canvas) {
  const { page } = canvas
  await expect(canvas.edge('#image.image>vision.image')).toBeAttached()
  await expect(canvas.edge('#vision.tokens>projector.x')).toBeAttached()
  await expect(canvas.edge('#projector.x>vicuna.visual')).toBeAttached()
  await expect(canvas.edge('#vicuna.logits>lm_loss.logits')).toBeAttached()
  await expect(page.getByRole('button', { name: /problem/ })).toHaveCount(0)
  const all = vit + projector + vicuna
  await expect.poll(() => exact(page)).toEqual([all, projector + vicuna, vit].map(String))
  await page.getByRole('combobox', { name: 'Training' }).selectOption({ label: 'Projector' })
  await expect.poll(() => exact(page)).toEqual([all, projector, vit + vicuna].map(String))
  await expect(page.getByRole('button', { name: /problem/ })).toHaveCount(0)
}

test('LLaVA from blank, by mouse', async ({ canvas, hand, page }) => {
  const palette = page.getByRole('complementary', { name: 'Palette' })
  const add = (name: string) => hand.click(palette.getByRole('button', { name, exact: true }))
  const state = (name: string) => hand.click(canvas.inspector.getByRole('radio', { name }))

  await hand.click(page.getByRole('button', { name: 'Menu', exact: true }))
  await hand.click(page.getByRole('menuitem', { name: 'New blank diagram' }))
  await hand.click(titleField(page))
  await hand.type('LLaVA')
  await add('Image')
  await add('CLIP ViT-L/14')
  await add('MLP projector')
  await add('Vicuna-7B reading visual tokens')
  await canvas.rest()

  await hand.select('vision')
  await state('frozen')
  await hand.select('projector')
  await state('trainable')
  await hand.select('vicuna')
  await state('frozen')

  await hand.click(page.getByRole('button', { name: 'Edit', exact: true }))
  await hand.click(page.getByRole('menuitem', { name: 'This diagram' }))
  await hand.click(page.getByRole('menuitem', { name: /^Training phases/ }))
  await expect(page.getByRole('textbox', { name: 'Add phase' })).toBeFocused()
  for (const phase of ['Projector', 'Projector and language model']) {
    await hand.type(phase)
    await hand.press('Enter')
  }
  await hand.press('Escape')
  await state('trainable')

  await isLlava(canvas)
  hand.tell('LLaVA by mouse', 40)
})

test('LLaVA from blank, by keyboard', async ({ canvas, hand, page }) => {
  await hand.command('New blank')
  await hand.press('F2')
  await hand.type('LLaVA')
  await hand.press('Enter', 'n')
  for (const [name, path] of [
    ['image', 'image'],
    ['clip vit', 'vision'],
  ] as const) {
    await hand.type(name)
    await hand.press('Enter')
    await expect(canvas.node(path)).toHaveClass(/selected/)
  }
  // Back to the canvas, where what was added is selected.
  await hand.press('Escape', 'i', 'n')
  for (const [name, path] of [
    ['mlp', 'projector'],
    ['vicuna', 'vicuna'],
  ] as const) {
    await hand.type(name)
    await hand.press('Enter')
    await expect(canvas.node(path)).toHaveClass(/selected/)
  }
  await hand.press('Escape')
  await hand.goTo('language', 'vicuna')
  await hand.press('i')
  await hand.command('Training phases')
  await expect(page.getByRole('textbox', { name: 'Add phase' })).toBeFocused()
  for (const phase of ['Projector', 'Projector and language model']) {
    await hand.type(phase)
    await hand.press('Enter')
  }
  await hand.press('Escape', 'o')

  await isLlava(canvas)
  hand.tell('LLaVA by keyboard', 40)
})

// The image tower of ViT-B/32 with its positions: what LiT locks.
const tower = 32 ** 2 * 3 * 768 + 768 + 50 * 768 + 2 * 768 + 12 * (12 * 768 * 768 + 13 * 768) + 2 * 768

test('CLIP into LiT into SigLIP, by mouse', async ({ canvas, hand, page }) => {
  await hand.select('image_encoder')
  await hand.click(canvas.inspector.getByRole('radio', { name: 'frozen' }))
  await hand.write(canvas.inspector.getByRole('textbox', { name: 'Initialised from' }), 'ImageNet-21k')
  await expect.poll(async () => (await exact(page))[2]).toBe(String(tower))
  await expect(page.getByRole('button', { name: /problem/ })).toHaveCount(0)

  await hand.replace('loss', 'Sigmoid loss')
  await expect(canvas.edge('#similarity.logits>loss.logits')).toBeAttached()
  // Its temperature has a bias beside it.
  const [all] = await exact(page)
  await hand.select('logit_scale')
  await hand.click(canvas.inspector.getByRole('checkbox', { name: 'bias' }))
  await expect.poll(async () => (await exact(page))[0]).toBe(String(Number(all) + 1))
  await hand.select('image_encoder')
  await hand.click(canvas.inspector.getByRole('radio', { name: 'trainable' }))
  await expect.poll(async () => (await exact(page))[2]).toBe('0')
  await expect(page.getByRole('button', { name: /problem/ })).toHaveCount(0)
  hand.tell('LiT and SigLIP by mouse', 20)
})

test('CLIP into LiT into SigLIP, by keyboard', async ({ canvas, hand, page }) => {
  await hand.goTo('image encoder', 'image_encoder')
  await hand.press('i', 'F6')
  await hand.tabTo(canvas.inspector.getByRole('textbox', { name: 'Initialised from' }))
  await hand.type('ImageNet-21k')
  await hand.press('Enter')
  await expect.poll(async () => (await exact(page))[2]).toBe(String(tower))
  await expect(page.getByRole('button', { name: /problem/ })).toHaveCount(0)

  await hand.press('Shift+F6')
  await hand.goTo('contrastive loss', 'loss')
  await hand.replaceSelected('sigmoid')
  await expect(canvas.node('loss')).toHaveAttribute('aria-label', /^Sigmoid loss/)
  const [all] = await exact(page)
  await hand.goTo('temperature', 'logit_scale')
  await hand.press('F6')
  await hand.tabTo(canvas.inspector.getByRole('checkbox', { name: 'bias' }))
  await hand.press('Space')
  await expect.poll(async () => (await exact(page))[0]).toBe(String(Number(all) + 1))
  await hand.press('Shift+F6')
  await hand.goTo('image encoder', 'image_encoder')
  await hand.press('o')
  await expect.poll(async () => (await exact(page))[2]).toBe('0')
  await expect(page.getByRole('button', { name: /problem/ })).toHaveCount(0)
  hand.tell('LiT and SigLIP by keyboard', 40)
})
