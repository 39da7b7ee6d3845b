// What a command of the command line is: one file and one line in the list.
import type { OptionName, Words } from './options'

export interface Command {
  readonly name: string
  /** What has to follow the name, and options whose values are this command's own; the others follow by themselves. */
  readonly takes: string
  readonly about: string
  readonly options: readonly OptionName[]
  /** Files that it takes, at least and at most. */
  readonly files: readonly [least: number, most: number]
  /** Returns the exit code. */
  run(words: Words): Promise<number>
}
