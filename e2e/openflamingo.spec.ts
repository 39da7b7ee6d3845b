// Flamingo turned into OpenFlamingo-9B, by mouse and by keyboard alone; every press, click and text written is counted.
import type { Canvas } from './pages/canvas'
import { exact, expect, test } from './pages/hand'

test.use({ diagram: 'flamingo' })

// As in the diagram of OpenFlamingo itself, by hand from its sizes: CLIP ViT-L/14, a Resampler as wide as its features with
// 8 heads of 64, MPT-7B with the rows of the special tokens, and 8 gated blocks with 8 heads of 64.
const [v, w] = [1024, 4096]
const vision = 14 ** 2 * 3 * v + v + 257 * v + 2 * v + 24 * (12 * v * v + 13 * v) + 2 * v + v * 768
const resampler = 64 * v + 6 * (6 * v + 4 * v * 512 + 8 * v * v) + 2 * v
const gated = 8 * (4 * w + 2 * w * 512 + 2 * v * 512 + 8 * w * w + 2)
const mpt = 50_280 * w + 32 * (12 * w * w + 2 * w) + w

async function isOpenFlamingo(canvas: Canvas) {
  const { page } = canvas
  // It puts the gated block before the layers whose number is a multiple of four: before the last of each group, where Flamingo
  // has it before the first (mlfoundations/open_flamingo, src/flamingo_lm.py: `(layer_idx + 1) % cross_attn_every_n_layers`).
  await expect(canvas.edge('groups#in.x>layers.x')).toBeAttached()
  await expect(canvas.edge('groups#layers.x>xattn.x')).toBeAttached()
  await expect(canvas.edge('groups#xattn.x>layers_2.x')).toBeAttached()
  await expect(canvas.edge('groups#layers_2.x>out.x')).toBeAttached()
  await expect(canvas.node('groups/layers')).toHaveAttribute('aria-label', /× 3,/)
  const all = [vision + resampler + gated + mpt, resampler + gated, vision + mpt]
  await expect.poll(() => exact(page)).toEqual(all.map(String))
  await expect(page.getByRole('button', { name: /problem/ })).toHaveCount(0)
}

const symbols = [
  ['image_size', '224'],
  ['resampler_width', '1024'],
  ['resampler_heads', '8'],
  ['resampler_head_width', '64'],
  ['vocab_size', '50280'],
] as const

test('by mouse', async ({ canvas, hand, page }) => {
  const field = (name: string) => canvas.inspector.getByRole('textbox', { name: new RegExp(`^${name}$`, 'i') })
  hand.actions++
  await page.getByRole('combobox', { name: 'Variant' }).selectOption('9B')
  await expect.poll(() => canvas.totals()).toMatch(/^9\.\d+B/)
  await canvas.rest()

  await hand.replace('vision', 'CLIP ViT-L')
  for (const path of ['resampler/project_features', 'resampler/time', 'project_latents']) {
    await hand.menu(path, 'Delete')
    await expect(canvas.node(path)).toHaveCount(0)
    await canvas.rest()
  }
  await hand.press('Escape')
  for (const [symbol, value] of symbols) await hand.write(field(symbol), value)

  await hand.unfold('resampler/layers', 'mlp')
  await hand.select('resampler/layers/mlp')
  await hand.choose('Activation', 'GELU')

  await hand.unfold('groups/xattn', 'mlp')
  await canvas.fit()
  await hand.select('groups/xattn')
  await hand.write(field('heads'), '8')
  await hand.select('groups/xattn/attention')
  await hand.write(field('head width'), '64')
  await hand.select('groups/xattn/mlp')
  await hand.choose('Activation', 'GELU')

  await hand.unfold('groups/layers', 'mlp')
  await canvas.fit()
  for (const norm of ['norm_1', 'norm_2']) {
    await hand.replace(`groups/layers/${norm}`, 'LayerNorm')
    await hand.click(canvas.inspector.getByRole('checkbox', { name: 'bias' }))
  }
  await hand.select('groups/layers/attention')
  await hand.choose('Positions', 'ALiBi')

  await hand.menu('groups/layers', 'Duplicate')
  await expect(canvas.node('groups/layers_2')).toHaveClass(/selected/)
  for (const [path, edge] of [
    ['groups/xattn', /^Chinchilla layer · x → Language model block/],
    ['groups/layers_2', /^GATED XATTN-DENSE · x → Language model block/],
  ] as const) {
    await canvas.rest()
    await canvas.select(path)
    await hand.edgeMenu(path)
    await hand.click(page.getByRole('option', { name: edge }).first())
  }
  await canvas.rest()
  await hand.write(field('Repeated'), '1')
  await hand.select('groups/layers')
  await hand.write(field('Repeated'), 'layers - 1')

  await hand.unfold('head', 'norm')
  await canvas.fit()
  await hand.replace('head/norm', 'LayerNorm')
  await hand.click(canvas.inspector.getByRole('checkbox', { name: 'bias' }))

  await isOpenFlamingo(canvas)
  // 67 of them as before, 19 for the layers before and after the gated block.
  hand.tell('OpenFlamingo by mouse', 90)
})

test('by keyboard', async ({ canvas, hand, page }) => {
  const { inspector } = canvas
  const field = (name: string) => inspector.getByRole('textbox', { name: new RegExp(`^${name}$`, 'i') })
  const choice = (name: string) => inspector.getByRole('combobox', { name, exact: true })
  await hand.command('Choose the variant')
  await expect(page.getByRole('combobox', { name: 'Variant' })).toBeFocused()
  await hand.type('9B')
  await expect.poll(() => canvas.totals()).toMatch(/^9\.\d+B/)

  await hand.goTo('NFNet-F6', 'vision')
  await hand.replaceSelected('CLIP ViT-L')
  for (const [name, path] of [
    ['Project features', 'resampler/project_features'],
    ['Time embedding', 'resampler/time'],
    ['To LM width', 'project_latents'],
  ] as const) {
    await hand.goTo(name, path)
    await hand.press('Delete')
    await expect(canvas.node(path)).toHaveCount(0)
  }
  for (const [symbol, value] of symbols) {
    await hand.goTo(symbol)
    await expect(field(symbol)).toBeFocused()
    await hand.rewrite(value)
  }

  await hand.goTo('resampler/layers/mlp', 'resampler/layers/mlp')
  await hand.inspect(choice('Activation'))
  await hand.type('GELU')

  await hand.goTo('GATED XATTN-DENSE', 'groups/xattn')
  await hand.inspect(field('heads'))
  await hand.rewrite('8')
  await hand.goTo('groups/xattn/attention', 'groups/xattn/attention')
  await hand.inspect(field('head width'))
  await hand.rewrite('64')
  await hand.goTo('groups/xattn/mlp', 'groups/xattn/mlp')
  await hand.inspect(choice('Activation'))
  await hand.type('GELU')

  for (const norm of ['groups/layers/norm_1', 'groups/layers/norm_2', 'head/norm']) {
    await hand.goTo(norm, norm)
    await hand.replaceSelected('layer norm')
    await hand.inspect(inspector.getByRole('checkbox', { name: 'bias' }))
    await hand.press('Space')
  }
  await hand.goTo('groups/layers/attention', 'groups/layers/attention')
  await hand.inspect(choice('Positions'))
  await hand.type('ALiBi')

  await hand.goTo('groups/layers', 'groups/layers')
  await hand.press('Control+d')
  await expect(canvas.node('groups/layers_2')).toHaveClass(/selected/)
  await hand.goTo('groups/xattn', 'groups/xattn')
  await hand.putOnEdge('Chinchilla layer · x → Lang')
  await hand.goTo('groups/layers_2', 'groups/layers_2')
  await hand.putOnEdge('GATED XATTN-DENSE · x → Lang')
  await hand.inspect(field('Repeated'))
  await hand.rewrite('1')
  await hand.goTo('groups/layers', 'groups/layers')
  await hand.inspect(field('Repeated'))
  await hand.rewrite('layers - 1')

  await isOpenFlamingo(canvas)
  hand.tell('OpenFlamingo by keyboard', 250)
})
