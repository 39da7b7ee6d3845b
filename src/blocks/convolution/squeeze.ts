// Squeeze and excitation: two small matrices on the mean of the map, which weight its channels.
import type { Dim } from '../../shared/dimension'
import { times } from '../arithmetic'
import type { Weight } from '../block'
import { projection } from '../weight'

export function squeezeWeights(channels: Dim, squeezed: Dim): readonly Weight[] {
  return [...projection('squeeze', channels, squeezed, true), ...projection('excite', squeezed, channels, true)]
}

/** Once for each map, whatever its height and width. */
export function squeezeMacs(maps: Dim, channels: Dim, squeezed: Dim): Dim {
  return times(2, maps, channels, squeezed)
}
