// What a command of the command line is: one file and one line in the list.
import type { OptionName, Words } from './options'

export interface Command {
  readonly name: string
  /** After the name, in the help. */
  readonly usage: string
  readonly about: string
  readonly options: readonly OptionName[]
  /** Files that it takes, at least and at most. */
  readonly files: readonly [least: number, most: number]
  /** Returns the exit code. */
  run(words: Words): Promise<number>
}
