// Runs the command line inside a test: what it prints, where, and with which exit code.
import { vi } from 'vitest'
import { run } from './commandLine'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

export async function runFrieze(...args: string[]): Promise<Ran> {
  let [out, err] = ['', '']
  type Write = typeof process.stdout.write
  const catcher = (keep: (text: string) => void): Write =>
    ((text: string | Uint8Array, done?: (error?: Error) => void) => {
      keep(typeof text === 'string' ? text : Buffer.from(text).toString())
      done?.()
      return true
    }) as Write
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(catcher((text) => (out += text))),
    vi.spyOn(process.stderr, 'write').mockImplementation(catcher((text) => (err += text))),
  ]
  const code = await run(args)
  for (const spy of spies) spy.mockRestore()
  return { code, out, err }
}
