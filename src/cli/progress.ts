// How far many files are, on standard error and only where a person watches: one line that is written over.

export interface Progress {
  /** Before a file is worked on. */
  at(done: number, name: string): void
  /** Takes the line away, so that a sentence can be written. */
  clear(): void
}

export function progressOf(total: number, stream: NodeJS.WriteStream = process.stderr): Progress {
  if (!stream.isTTY || total < 2) return { at: () => {}, clear: () => {} }
  const width = 24
  return {
    at(done, name) {
      const full = Math.round((done / total) * width)
      const bar = `${'█'.repeat(full)}${'░'.repeat(width - full)}`
      const line = `${bar} ${String(done).padStart(String(total).length)}/${total} ${name}`
      stream.write(`\r\x1b[2K${line.slice(0, (stream.columns || 80) - 1)}`)
    },
    clear: () => stream.write('\r\x1b[2K'),
  }
}
