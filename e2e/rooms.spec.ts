// From a telephone to a desk, in four languages: every word can be read, and no control lies over another.
import { expect, test } from '@playwright/test'
import { languages } from '../src/shared/languages'
import { Canvas } from './pages/canvas'
import { closeSurface, diagram, openSurface, resize, surfaces, unreadable } from './pages/surfaces'

const rooms = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1280, height: 720 },
] as const

for (const language of languages) {
  test(`nothing is cut off and nothing overlaps, ${language}`, async ({ page }) => {
    test.setTimeout(180_000)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.addInitScript((preferences) => localStorage.setItem('frieze.preferences', JSON.stringify(preferences)), {
      language,
      palette: false,
      inspector: false,
    })
    const canvas = new Canvas(page)
    await canvas.open(diagram)
    const found: string[] = []
    // Chinese is never longer than what has been looked at in between.
    let order = rooms.filter(({ width }) => !language.startsWith('zh') || width !== 768)
    const look = async (name: string) => {
      // Back the way it came: each other size costs a new picture.
      order = order.toReversed()
      for (const room of order) {
        await resize(page, room)
        for (const problem of await unreadable(page)) found.push(`${name} at ${room.width}: ${problem}`)
      }
    }
    await look('editor')
    for (const surface of surfaces) {
      await openSurface(canvas, surface)
      await look(surface.name)
      await closeSurface(canvas, surface)
    }
    expect(found).toEqual([])
    expect(canvas.problems).toEqual([])
  })
}
