// Colours are `#rrggbb`, in every output: see rule S4.

/** The opaque colour that `top` with opacity `t` gives over `bottom`: 0 is `bottom`, 1 is `top`. */
export function blend(bottom: string, top: string, t: number): string {
  const from = channels(bottom)
  const to = channels(top)
  return `#${from.map((value, i) => hex(value + ((to[i] ?? 0) - value) * t)).join('')}`
}

function channels(colour: string): number[] {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour)
  if (!match) throw new Error(`not a colour of the form #rrggbb: ${colour}`)
  return match.slice(1).map((channel) => parseInt(channel, 16))
}

function hex(value: number): string {
  return Math.round(Math.min(255, Math.max(0, value)))
    .toString(16)
    .padStart(2, '0')
}
