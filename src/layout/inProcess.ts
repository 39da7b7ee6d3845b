// The layout with ELK in this process: for the command line, the tests and the inside of the worker.
import ELK from 'elkjs/lib/elk.bundled.js'
import { createLayOut } from './compose'
import type { Engine } from './elk'
import type { LayOut } from './layout'

const elk = new ELK()

export const engine: Engine = (graph) => elk.layout(graph)

export const layOut: LayOut = createLayOut(engine)
