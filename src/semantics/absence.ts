// What is not there, and what that means for the rest. The rule, for counting, shapes, gradients and memory alike:
//
// 1. A node is not there when it is repeated 0 times, when the phase leaves it out (with everything inside), or when it
//    lacks an input that only such nodes would give: an attention without its context, a loss without its logits.
//    A block that joins (a sum, a concatenation, a sum of losses) lacks something only when all of its parts are missing.
// 2. What is not there has no weights and does no work. What comes in goes on by equal port names. Where a block joins or
//    divides, and just one thing comes in, that goes on also under the other name: a sum of one, a split of nothing.
// 3. A port that nothing is handed on to is not fed, and so is an optional port of a container that no edge leads to: inside,
//    1 holds again. Containers are never asked as a whole whether they lack something, so that walls change no number.
import type { Block, Port } from '../blocks/block'
import { own } from '../document/own'
import type { Phase } from '../document/schema'
import type { NodeInference } from './inference'
import type { Ports } from './ports'
import { statesAt, statesIn, type States } from './states'

/** What a phase leaves out, and nothing else that it says. */
export function absenceIn(phase: Phase | undefined): States {
  return statesIn(phase, (state) => state === 'absent')
}

export function isLeftOut({ own }: States): boolean {
  return own === 'absent'
}

/** Of one node of the graph: what is inside of something left out is so, too. */
export function absenceAt(absence: States, id: string): States {
  return isLeftOut(absence) ? absence : statesAt(absence, id)
}

/** Whether the phase trains a part of what is drawn, perhaps with things that are not. */
export function isPartial(phase: Phase | undefined): boolean {
  return Object.values(phase?.states ?? {}).includes('absent')
}

/** Whether the block cannot be computed because `gone` has what it needs. */
export function lacks(block: Block, ports: readonly Port[], fed: Ports, gone: Ports): boolean {
  if (!gone.size) return false
  if (block.joins && ports.some(({ id, side }) => !side && fed.has(id))) return false
  return ports.some(({ id, optional }) => !optional && gone.has(id))
}

/** From which of its inputs each output of a node that is not there comes. */
export type Passing = Readonly<Record<string, string>>

export function passingOf(
  { block, inputPorts, outputPorts }: Pick<NodeInference, 'block' | 'inputPorts' | 'outputPorts'>,
  fed: Ports,
): Passing {
  const found: Record<string, string> = Object.fromEntries([...fed].map((id) => [id, id]))
  const [only, ...others] = inputPorts.filter(({ id, side }) => !side && fed.has(id))
  if (!block || !only || others.length) return found
  for (const { id, kinds } of outputPorts)
    if (!own(found, id) && kinds.some((kind) => only.kinds.includes(kind))) found[id] = only.id
  return found
}

/** Whether nothing ever leaves by the port, because what would give it is not there. */
export function isGone({ passes, outputs, inside }: NodeInference, port: string): boolean {
  return passes ? !Object.hasOwn(outputs, port) : (inside?.gone.has(port) ?? false)
}
