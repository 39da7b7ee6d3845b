// A file and all that it imports as the text of one script; vite.config.ts makes it.
declare module '*?script' {
  export const script: string
}
