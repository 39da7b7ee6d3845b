// The command line: finds the command, says what went wrong in sentences, never with a stack trace.
import type { Command } from './command'
import { Complaint, sentenceOf } from './complaint'
import { benchCommand } from './bench'
import { blocksCommand } from './blocks'
import { chartCommand } from './chart'
import { checkCommand } from './check'
import { countCommand } from './count'
import { write } from './files'
import { formatCommand } from './format'
import { lensCommand } from './lens'
import { layoutCommand } from './layout'
import { namedFiles } from './glob'
import { readWords } from './options'
import { modulesCommand } from './modules'
import { publishedCommand } from './published'
import { renderCommand } from './render'
import { schemaCommand } from './schema'
import { shapesCommand } from './shapes'
import { systemsCommand } from './systems'
import { usageOf } from './usage'

const commands: readonly Command[] = [
  checkCommand,
  countCommand,
  shapesCommand,
  layoutCommand,
  renderCommand,
  chartCommand,
  lensCommand,
  publishedCommand,
  systemsCommand,
  modulesCommand,
  formatCommand,
  blocksCommand,
  schemaCommand,
  benchCommand,
]

/** Runs one command; returns the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  try {
    return await runCommand(args)
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`)
    return 1
  }
}

async function runCommand([name, ...rest]: readonly string[]): Promise<number> {
  if (name === undefined) throw new Complaint(help())
  if (name === 'help' || name === '--help' || name === '-h') {
    await write('-', `${help()}\n`)
    return 0
  }
  const command = commands.find((c) => c.name === name)
  if (!command)
    throw new Complaint(`There is no command “${name}”; there is: ${commands.map((c) => c.name).join(', ')}.`)
  const given = readWords(rest, command.options)
  if (given.options.help) {
    await write('-', `${usageOf(command)}\n${command.about}\n`)
    return 0
  }
  const [least, most] = command.files
  const words = { ...given, files: namedFiles(given.files) }
  if (words.files.length < least) throw new Complaint(`Name a file: ${usageOf(command)}`)
  if (words.files.length > most)
    throw new Complaint(
      most === 0
        ? `It takes no file, so not “${words.files[0]}”: ${usageOf(command)}`
        : `One file at a time: ${usageOf(command)}`,
    )
  return command.run(words)
}

function help(): string {
  return `Frieze: architecture diagrams of vision-language models\n\n${commands
    .map((c) => `${usageOf(c)}\n    ${c.about}`)
    .join('\n\n')}`
}
