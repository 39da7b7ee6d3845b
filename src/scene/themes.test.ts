// What has to be read can be read: WCAG's contrast of every text and line of a diagram with what lies behind it.
import { expect, test } from 'vitest'
import { themeNames, type ThemeName } from './scene'
import { isDark, themes, twinOf } from './themes'

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [more = 0, less = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (more + 0.05) / (less + 0.05)
}

/** What `absent` is drawn in has stepped back on purpose, except where the person asked for contrast. */
const isStrong = (theme: ThemeName) => theme.startsWith('contrast')

test.each(themeNames)('texts can be read, %s', (name) => {
  const theme = themes[name]
  const least = isStrong(name) ? 7 : 4.5
  for (const ink of [theme.ink, theme.muted, theme.problem, theme.gradient])
    expect(contrast(ink, theme.page), ink).toBeGreaterThanOrEqual(isStrong(name) ? 7 : 3)
  for (const [state, paint] of Object.entries(theme.nodes)) {
    if (state === 'absent' && !isStrong(name)) continue
    for (const ground of [paint.fill, paint.ground])
      for (const ink of [paint.ink, paint.accent])
        expect(contrast(ink, ground), `${state}: ${ink} on ${ground}`).toBeGreaterThanOrEqual(least)
  }
})

test.each(themeNames)('lines can be seen, %s', (name) => {
  const theme = themes[name]
  const least = isStrong(name) ? 4.5 : 3
  for (const { stroke } of Object.values(theme.edges))
    expect(contrast(stroke, theme.page), stroke).toBeGreaterThanOrEqual(least)
  for (const [state, { stroke }] of Object.entries(theme.nodes)) {
    if (state === 'absent' && !isStrong(name)) continue
    expect(contrast(stroke, theme.page), `${state}: ${stroke}`).toBeGreaterThanOrEqual(least)
  }
})

test('the other side of a theme is of the other brightness, and its other side is this one', () => {
  for (const name of themeNames) {
    const twin = twinOf(name)
    if (!twin) continue
    expect(isDark(twin)).toBe(!isDark(name))
    expect(twinOf(twin)).toBe(name)
  }
})
