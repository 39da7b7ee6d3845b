// The command line: finds the command, says what went wrong in sentences, never with a stack trace.
import type { Command } from './command'
import { Complaint } from './complaint'
import { checkCommand } from './check'
import { countCommand } from './count'
import { formatCommand } from './format'
import { layoutCommand } from './layout'
import { readWords } from './options'
import { renderCommand } from './render'
import { schemaCommand } from './schema'
import { shapesCommand } from './shapes'

const commands: readonly Command[] = [
  checkCommand,
  countCommand,
  shapesCommand,
  layoutCommand,
  renderCommand,
  formatCommand,
  schemaCommand,
]

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(help())
    return name === undefined ? 1 : 0
  }
  const command = commands.find((c) => c.name === name)
  if (!command)
    throw new Complaint(`There is no command “${name}”; there is: ${commands.map((c) => c.name).join(', ')}.`)
  const words = readWords(rest, command.options)
  if (words.options.help) {
    process.stdout.write(`frieze ${command.name} ${command.usage}\n${command.about}\n`)
    return 0
  }
  const [least, most] = command.files
  if (words.files.length < least) throw new Complaint(`Name a file: frieze ${command.name} ${command.usage}`)
  if (words.files.length > most) throw new Complaint(`One file at a time: frieze ${command.name} ${command.usage}`)
  return command.run(words)
}

function help(): string {
  return `Frieze: architecture diagrams of vision-language models\n\n${commands
    .map((c) => `frieze ${c.name} ${c.usage}\n    ${c.about}\n`)
    .join('\n')}`
}

function say(error: unknown): void {
  const sentence = error instanceof Error ? error.message : String(error)
  process.stderr.write(error instanceof Complaint ? `${sentence}\n` : `Frieze failed: ${sentence.split('\n')[0]}\n`)
}

// A reader that closes early, such as `head`, is no fault.
process.stdout.on('error', () => process.exit(0))

main(process.argv.slice(2))
  .catch((error: unknown) => {
    say(error)
    return 1
  })
  .then((code) => {
    process.exitCode = code
  })
