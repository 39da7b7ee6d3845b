// What the page writes on the canvases of a talk: the words, how large on the screen, in which colour, on which ground.
import type { Page } from '@playwright/test'
import { contrast } from '../../src/drawing/colour'

export interface Written {
  readonly text: string
  /** In pixels of the screen. */
  readonly height: number
  readonly contrast: number
  /** Where it is written is not cut off. */
  readonly isInView: boolean
}

interface Place {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size: number
  readonly ink: string
  readonly canvas: HTMLCanvasElement
}

interface Listening {
  /** Of the last frame of each canvas. */
  written: Place[]
  /** How many words were ever written. */
  count: number
}

declare global {
  interface Window {
    listening: Listening
  }
}

/** Before any script of the page. */
export function listen(page: Page) {
  return page.addInitScript(() => {
    const listening: Listening = { written: [], count: 0 }
    window.listening = listening
    const { fillText: draw, setTransform: turn } = CanvasRenderingContext2D.prototype
    // Every frame begins with it.
    CanvasRenderingContext2D.prototype.setTransform = function (...values: unknown[]) {
      if (values.join() === '1,0,0,1,0,0')
        listening.written = listening.written.filter(({ canvas }) => canvas !== this.canvas)
      return Reflect.apply(turn, this, values) as void
    }
    CanvasRenderingContext2D.prototype.fillText = function (text, x, y, ...rest) {
      const turned = this.getTransform()
      const at = turned.transformPoint({ x, y })
      const size = Number(/([\d.]+)px/.exec(this.font)![1]) * turned.a
      const [canvas, ink] = [this.canvas as HTMLCanvasElement, String(this.fillStyle)]
      if (canvas.matches('.talk-canvas')) listening.written.push({ text, x: at.x, y: at.y, size, ink, canvas })
      listening.count++
      draw.call(this, text, x, y, ...rest)
    }
  })
}

/** From now on. */
export function forget(page: Page) {
  return page.evaluate(() => void (window.listening.written = []))
}

/** What is written when all of these words are, and no frame changes it any more; or what is there after ten seconds. */
export async function written(page: Page, words: ReadonlySet<string>): Promise<readonly Written[]> {
  const all = await page.evaluate(
    ([wanted, patience]) =>
      new Promise<(Omit<Written, 'contrast'> & { ink: string; ground: string })[]>((resolve) => {
        const { listening } = window
        const began = performance.now()
        let [count, still] = [-1, 0]
        const look = () => {
          const isThere = wanted.every((word) => listening.written.some(({ text }) => text === word))
          still = isThere && listening.count === count ? still + 1 : 0
          count = listening.count
          if (still < 2 && performance.now() < began + patience) return requestAnimationFrame(look)
          return resolve(
            listening.written
              .filter(({ canvas }) => canvas.isConnected)
              .map(({ text, x, y, size, ink, canvas }) => {
                // The ground is what lies just above, where nothing is written.
                const [r, g, b] = canvas.getContext('2d')!.getImageData(x + 2, y - size * 1.15, 1, 1).data
                const ground = `#${[r!, g!, b!].map((each) => each.toString(16).padStart(2, '0')).join('')}`
                const isInView = x >= 0 && x < canvas.width && y - size >= 0 && y < canvas.height
                return { text, height: size / devicePixelRatio, ink, ground, isInView }
              }),
          )
        }
        look()
      }),
    [[...words], 10_000] as const,
  )
  return all.map(({ ink, ground, ...rest }) => ({ ...rest, contrast: contrast(ink, ground) }))
}
