/** With a capital, where the writing has any: for words that begin a sentence here and stand within one elsewhere. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
