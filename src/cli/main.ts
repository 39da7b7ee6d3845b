// Where the program starts on the command line; `commandLine.ts` is what it does.
import { run } from './commandLine'

// A reader that closes early, such as `head`, is no fault; a full disk is one, which the command says.
process.stdout.on('error', (error: Error & { code?: string }) => {
  if (error.code === 'EPIPE') process.exit(0)
})

// Whoever stops it finds each file whole or untouched: what is being written is finished first.
process.on('SIGINT', () => process.exit(130))
process.on('SIGTERM', () => process.exit(143))

process.exitCode = await run(process.argv.slice(2))
