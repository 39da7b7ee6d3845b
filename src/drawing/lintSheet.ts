// The style sheet of a figure on a web page: faces that it brings, and other colours in the other theme. Nothing else, so that
// a program which reads no style sheets, or only half of them, shows the figure in its first colours.

const face = /^@font-face \{ (?:[a-z-]+: (?:[^;{}"]|url\([^)]*\))+; )+\}$/
const scheme = /^@media \(prefers-color-scheme: (?:light|dark)\) \{ (.*) \}$/
// LibreOffice heeds no media query: `:root` keeps it from the rules of the other theme, since it knows no such selector.
const rule = /^:root \.[A-Za-z][\w.-]* \{ (?:(?:fill|stroke): (?:#[0-9A-Fa-f]{6}|none); ?)+\}$/

/** Sentences; none for a sheet that obeys. */
export function lintSheet(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    if (line.trim() === '') return []
    if (face.test(line)) return lintFace(line)
    const inner = scheme.exec(line)?.[1]
    if (inner === undefined)
      return [`The style sheet may hold @font-face and prefers-color-scheme only: ${brief(line)}.`]
    return inner
      .split(/(?<=\}) /)
      .filter((each) => !rule.test(each))
      .map((each) => `A rule of the other theme may only paint: ${brief(each)}.`)
  })
}

function lintFace(line: string): string[] {
  const sources = [...line.matchAll(/url\(([^)]*)\)/g)].map(([, url = '']) => url)
  return sources.every((url) => url.startsWith('data:font/')) ? [] : ['A face is not inside the file.']
}

function brief(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
