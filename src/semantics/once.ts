// Finding something out once for each object and name, for as long as the object lives.

interface Memory<K extends object, V> {
  get(owner: K): Map<string, V> | undefined
  set(owner: K, values: Map<string, V>): unknown
}

/** Nobody goes back and forth between more readings of one thing; older ones are found out again. */
const most = 60

export function once<K extends object, V>(memory: Memory<K, V>, owner: K, name: string, make: () => V): V {
  let known = memory.get(owner)
  if (!known) memory.set(owner, (known = new Map()))
  let value = known.get(name)
  if (value === undefined) {
    value = make()
    if (known.size >= most) known.clear()
    known.set(name, value)
  }
  return value
}
