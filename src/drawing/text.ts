// What of a string can be shown on one line: both painters and the title of a group go through here.

/** Not allowed in XML, or not a sign: control characters, lone surrogates, two noncharacters. */
const illegal = /[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu

/** Without what XML forbids. */
export function legalText(text: string): string {
  return text.replace(illegal, '')
}

/** Without what XML forbids, and white space as an SVG viewer collapses it. */
export function visibleText(text: string): string {
  return legalText(text)
    .replace(/[ \t\n\r]+/g, ' ')
    .replace(/^ | $/g, '')
}
