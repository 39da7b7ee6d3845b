import { test } from 'vitest'
import { readdirSync, readFileSync } from 'node:fs'
import { parseDiagram } from './parse'
import { serialise } from './serialise'
test('x', () => {
  for (const f of readdirSync('diagrams').filter((f) => f.endsWith('.json'))) {
    const text = readFileSync('diagrams/' + f, 'utf8')
    const t = performance.now()
    const p = parseDiagram(text)
    console.log(
      f,
      p.ok,
      performance.now() - t,
      p.problems.map((x) => x.severity + ' ' + x.path + ': ' + x.sentence).join('\n'),
    )
    if (p.ok) {
      const s = serialise(p.diagram)
      console.log(s.length, text.length, JSON.stringify(parseDiagram(s)) === JSON.stringify(p))
      console.log(s.slice(0, 1500))
    }
  }
})
