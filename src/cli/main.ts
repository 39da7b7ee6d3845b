// Where the program starts on the command line; `commandLine.ts` is what it does.
import { run } from './commandLine'

// A reader that closes early, such as `head`, is no fault; a full disk is one, which the command says.
process.stdout.on('error', (error: Error & { code?: string }) => {
  if (error.code === 'EPIPE') process.exit(0)
})

process.exitCode = await run(process.argv.slice(2))
