// @ts-check
// For the benchmark: how long each frame of a page took while something was done.

/**
 * A page whose frames are looked at: with all that moves, and without the service worker, which on a first visit fetches
 * the application for later beside whatever a person does.
 * @type {import('@playwright/test').BrowserContextOptions}
 */
export const lively = { reducedMotion: 'no-preference', serviceWorkers: 'block' }

/** One refresh of a screen at 60 Hz. */
export const refresh = 1000 / 60

/** How long a picture goes on changing after the last thing that was done. */
const settling = 300

/**
 * @param {import('@playwright/test').Page} page
 * @param {() => Promise<unknown>} action
 * @returns {Promise<number[]>}
 */
export async function framesDuring(page, action) {
  await page.evaluate(() => {
    /** @type {number[]} */
    const frames = []
    let last = performance.now()
    let isOn = true
    const frame = (/** @type {number} */ now) => {
      frames.push(now - last)
      last = now
      if (isOn) requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
    Object.assign(window, { stopFrames: () => ((isOn = false), frames.slice(1)) })
  })
  await action()
  await page.waitForTimeout(settling)
  return /** @type {number[]} */ (await page.evaluate('stopFrames()'))
}

/**
 * How long so large a share of the frames took at most.
 * @param {number[]} frames
 */
export function percentile(frames, share = 0.95) {
  return frames.toSorted((a, b) => a - b)[Math.floor(frames.length * share)] ?? NaN
}

/**
 * The share of the screen's refreshes that showed nothing new, in percent: a frame that took three of them dropped two.
 * @param {number[]} frames
 */
export function dropped(frames) {
  const late = frames.filter((time) => time > 1.5 * refresh)
  const lost = late.reduce((sum, time) => sum + Math.round(time / refresh) - 1, 0)
  return (100 * lost) / (frames.length + lost)
}
