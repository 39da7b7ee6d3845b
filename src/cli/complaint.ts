// What a person did wrong, one sentence a line; ends the command with exit code 1 and no stack trace.

export class Complaint extends Error {
  constructor(readonly sentences: string | readonly string[]) {
    super(typeof sentences === 'string' ? sentences : sentences.join('\n'))
  }
}
