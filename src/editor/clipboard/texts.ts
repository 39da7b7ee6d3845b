// The forms in which a part of a diagram goes to other programs as text. The first is what a paste in Frieze reads.
import { serialise } from '../../document/serialise'
import type { Diagram } from '../../document/schema'
import type { StringKey } from '../strings/language'

export interface TextFlavour {
  readonly id: string
  readonly label: StringKey
  /** Loaded when it is first wanted. */
  write(diagram: Diagram): string | Promise<string>
}

export const textFlavours: readonly TextFlavour[] = [{ id: 'copyJson', label: 'command.copyJson', write: serialise }]
