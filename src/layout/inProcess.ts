// The layout with ELK in this process: for the command line, the tests and the inside of the worker.
import ELK from 'elkjs/lib/elk.bundled.js'
import { createComposer } from './compose'
import type { LayOut } from './layout'

const elk = new ELK()

export const layOut: LayOut = createComposer((graph) => elk.layout(graph))
