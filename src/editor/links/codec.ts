// Links, written and read. Loaded when the first one is: the parser and its library are large.
import '../files/read'

export { decodeLink, encodeLink, headOf, linkIn } from '../../document/link/link'
