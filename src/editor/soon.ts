// For what is about to be on the page.

/** In frames: about a second. */
const patience = 60

/**
 * Tries with each frame until it has worked: React has something on the page some frames after the state in which it is.
 * What never comes is given up.
 */
export function soon(attempt: () => boolean, frames = patience): void {
  requestAnimationFrame(() => {
    if (!attempt() && frames > 0) soon(attempt, frames - 1)
  })
}
