import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { it } from 'vitest'
import { parseDiagram as parse } from '../document/parse'
import { serialise } from '../document/serialise'
import { analyse, everyEdge } from './analyse'
import { everyNode } from './tree'
import { checkDiagram } from './checks'
const names = (process.env.FPL ?? 'flamingo,pali,limoe').split(',')
for (const name of names)
  it(name, () => {
    const log = (...x: unknown[]) => appendFileSync('/tmp/frieze-fpl/log', x.join(' ') + '\n')
    const file = `diagrams/${name}.json`
    const parsed: any = parse(readFileSync(file, 'utf8'))
    if (!parsed.ok) {
      log(name, 'NOT OK', JSON.stringify(parsed.problems, null, 1))
      return
    }
    const d = parsed.diagram ?? parsed.value
    for (const q of parsed.problems ?? []) log(name, 'PARSE', JSON.stringify(q))
    if (process.env.FPL_WRITE) writeFileSync(file, serialise(d))
    for (const c of checkDiagram(d)) log(name, 'CHECK', JSON.stringify(c))
    const seen = new Set<string>()
    const settings: any[] = []
    for (const v of d.variants)
      for (const p of d.phases)
        if (!p.variants || p.variants.includes(v.id)) settings.push({ variant: v.id, phase: p.id })
    for (const extra of JSON.parse(process.env.FPL_SET ?? '[]')) settings.push(extra)
    for (const s of settings) {
      for (const reading of ['numeric', 'symbolic'] as const) {
        const a = analyse(d, s, reading)
        for (const pr of a.scope.problems) log('SCOPE', JSON.stringify(s), JSON.stringify(pr))
        for (const n of everyNode(a.tree))
          for (const f of n.inference.findings) {
            const k = `${reading} ${n.path}: ${f.severity} ${f.port ?? ''} ${f.sentence}`
            if (!seen.has(k)) {
              seen.add(k)
              log(name, JSON.stringify(s), k)
            }
          }
      }
      const a = analyse(d, s)
      const t = a.total
      log(
        name,
        JSON.stringify(s),
        'total',
        t.params.total,
        'train',
        t.params.trainable,
        'frozen',
        t.params.frozen,
        'active',
        t.params.active,
        'fwd',
        Number(t.flops.forward) / 1e9,
        'bwd',
        Number(t.flops.backward) / 1e9,
      )
      if (process.env.FPL_EDGES)
        for (const e of everyEdge(a.tree))
          if (!e.from.includes('/') || process.env.FPL_EDGES === 'all')
            log(
              '  ',
              e.from,
              '->',
              e.to,
              e.tensor?.kind,
              e.tensor?.shape.map((x: any) => String(x.key ?? x)).join(' × '),
            )
      if (process.env.FPL_NODES)
        for (const n of everyNode(a.tree)) {
          const y = a.tallyAt(n.path)
          log('  ', n.path, y.params.total, Number(y.flops.forward) / 1e9, n.state)
        }
    }
    for (const [i, p] of (d.published ?? []).entries()) {
      const phases = p.phase
      const a = analyse(d, { variant: p.variant, phase: phases, set: p.set })
      for (const n of everyNode(a.tree)) for (const f of n.inference.findings) log('published', i, n.path, f.sentence)
      const get = (t: any) =>
        p.quantity === 'params'
          ? t.params.total
          : p.quantity === 'flops'
            ? t.flops.forward
            : p.quantity === 'macs'
              ? t.flops.forward / 2n
              : t.params[p.quantity]
      const ts = p.node === undefined ? [a.total] : [p.node].flat().map((x: string) => a.tallyAt(x))
      const got = Number(ts.map(get).reduce((x: bigint, y: bigint) => x + y, 0n))
      const rel = got / p.value - 1
      const met = Math.abs(rel) <= p.tolerance
      log(
        met === !p.unmet ? 'ok   ' : 'BAD  ',
        name,
        i,
        p.variant,
        p.quantity,
        JSON.stringify(p.node ?? ''),
        JSON.stringify(p.set ?? {}),
        p.value,
        got,
        (rel * 100).toFixed(4) + '%',
        'tol',
        (p.tolerance * 100).toFixed(4) + '%',
        p.unmet ? 'UNMET' : '',
      )
    }
  })
