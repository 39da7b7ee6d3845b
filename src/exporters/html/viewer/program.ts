// A document is drawn by the program that the script lies beside, in a frame.

export interface Program {
  readonly frame: HTMLIFrameElement
  /** Before it is ready the program hears nothing, and is then told the step of that time. */
  showStep(step: string): void
  /** It is not wanted any more. */
  leave(): void
}

/** The script of the element, where it came as one of its own: read while it runs, as nobody knows later. */
const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : ''

/** Opens the program in a frame that goes by the `theme`, `lang`, `title` and `step` of the element. */
export function openProgram(element: HTMLElement, text: string): Program {
  const frame = document.createElement('iframe')
  const address = new URL('index.html?embed=1', script || document.baseURI)
  for (const name of ['theme', 'lang']) {
    const value = element.getAttribute(name)
    if (value) address.searchParams.set(name, value)
  }
  frame.src = address.href
  frame.title = element.getAttribute('title') ?? 'Figure'
  const tell = (message: object) => frame.contentWindow?.postMessage(message, address.origin)
  const answer = (event: MessageEvent) => {
    if (event.source !== frame.contentWindow || event.data !== 'frieze: ready') return
    leave()
    tell({ frieze: text, step: element.getAttribute('step') })
  }
  const leave = () => removeEventListener('message', answer)
  addEventListener('message', answer)
  return { frame, showStep: (step) => tell({ step }), leave }
}
