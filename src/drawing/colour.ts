// Colours are `#rrggbb`, in every output: see rule S4.

/** The opaque colour that `top` with opacity `t` gives over `bottom`: 0 is `bottom`, 1 is `top`. */
export function blend(bottom: string, top: string, t: number): string {
  const key = `${bottom} ${top} ${t}`
  const known = blended.get(key)
  if (known !== undefined) return known
  // Themes ask for the same few over and over; what fades asks for many that are not needed again.
  if (blended.size > 2000) blended.clear()
  const colour = mix(bottom, top, t)
  blended.set(key, colour)
  return colour
}

const blended = new Map<string, string>()

function mix(bottom: string, top: string, t: number): string {
  const from = channels(bottom)
  const to = channels(top)
  return `#${from.map((value, i) => hex(value + ((to[i] ?? 0) - value) * t)).join('')}`
}

/** How well one is read on the other: 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high! + 0.05) / (low! + 0.05)
}

/** As light, without its hue: for paper. */
export function grey(colour: string): string {
  const [r = 0, g = 0, b = 0] = channels(colour)
  const level = hex(0.2126 * r + 0.7152 * g + 0.0722 * b)
  return `#${level}${level}${level}`
}

function luminance(colour: string): number {
  const [r, g, b] = channels(colour).map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
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
