// Text from outside to a document. Loaded when there is some: the schema and its library are large.
import { z } from 'zod'

export { parseDiagram } from '../../document/parse'
export { largestFigure, openBytes, openText } from '../../importers/open'

// The content security policy allows no code made at run time, which zod otherwise tries.
z.config({ jitless: true })
