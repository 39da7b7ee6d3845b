// Which keys are held while a hand moves something. React Flow reports moves without them.

export interface Modifiers {
  readonly alt: boolean
  /** Ctrl, or ⌘. */
  readonly mod: boolean
  readonly shift: boolean
}

let held: Modifiers = { alt: false, mod: false, shift: false }

export function heldModifiers(): Modifiers {
  return held
}

/** Begins to watch; `call` is told when they change. Gives a function that ends it. */
export function watchModifiers(call: () => void): () => void {
  const look = (event: PointerEvent | KeyboardEvent) => {
    const now = { alt: event.altKey, mod: event.ctrlKey || event.metaKey, shift: event.shiftKey }
    if (now.alt === held.alt && now.mod === held.mod && now.shift === held.shift) return
    held = now
    call()
  }
  const kinds = ['pointerdown', 'pointermove', 'pointerup', 'keydown', 'keyup'] as const
  for (const kind of kinds) window.addEventListener(kind, look, { capture: true, passive: true })
  return () => {
    for (const kind of kinds) window.removeEventListener(kind, look, { capture: true })
  }
}
