// A pause in which the browser may show a frame and hear the hand. Unlike a timer it does not wait, in a tab behind others
// either.
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(undefined)
  })
}
