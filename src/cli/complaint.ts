// What a person did wrong, one sentence a line; ends the command with exit code 1 and no stack trace.
import { ExportRefusal } from '../exporters/exporter'

export class Complaint extends Error {
  constructor(readonly sentences: string | readonly string[]) {
    super(typeof sentences === 'string' ? sentences : sentences.join('\n'))
  }
}

/** What is said of an error, with no stack trace. */
export function sentenceOf(error: unknown): string {
  const sentence = error instanceof Error ? error.message : String(error)
  const isExpected = error instanceof Complaint || error instanceof ExportRefusal
  return isExpected ? sentence : `Frieze failed: ${sentence.split('\n')[0]}`
}
