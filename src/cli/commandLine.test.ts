// The command line as others call it: what it prints, where, and with which exit code.
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { allDiagrams } from '../diagrams.fixture'
import { runFrieze, type Ran } from './frieze.fixture'

const folder = mkdtempSync(join(tmpdir(), 'frieze-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const place = (name: string) => join(folder, name)
const clip = place('clip.json')
const texts = new Map(allDiagrams().map(({ name, text }) => [name, text]))
for (const [name, text] of texts) writeFileSync(place(`${name}.json`), text)

beforeEach(() => vi.restoreAllMocks())

async function frieze(...args: string[]): Promise<Ran> {
  const ran = await runFrieze(...args)
  return { ...ran, err: ran.err.replaceAll(`${folder}/`, '') }
}

/** Sentences on standard error, nothing on standard output, exit code 1. */
async function complaint(...args: string[]): Promise<string[]> {
  const { code, out, err } = await frieze(...args)
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).not.toMatch(/^\s+at |node:internal|undefined|\[object/m)
  return err.trimEnd().split('\n')
}

async function count(...args: string[]) {
  const { code, out, err } = await frieze('count', clip, '--json', ...args)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return JSON.parse(out) as {
    params: Record<string, number>
    flops: Record<string, number>
    nodes: { path: string; params: Record<string, number>; count?: number }[]
  }
}

describe('count', () => {
  test('gives plain integers in the shape of the contract', async () => {
    const { out } = await frieze('count', clip, '--variant', 'ViT-B/32', '--json')
    expect(out).toMatch(
      /^\{"params":\{"total":151277313,"trainable":151277313,"frozen":0,"active":151277313\},"flops":\{/,
    )
    expect(out).not.toMatch(/"\d+"|\de\d|\d\.\d/)
    expect(out.trimEnd()).not.toContain('\n')
    const { params, flops, nodes } = JSON.parse(out) as Awaited<ReturnType<typeof count>>
    expect(Object.keys(params)).toEqual(['total', 'trainable', 'frozen', 'active'])
    expect(Object.keys(flops)).toEqual(['forward', 'backward', 'training'])
    expect(flops['forward']! + flops['backward']!).toBe(flops['training'])
    expect(nodes.find((n) => n.path === 'image_encoder/blocks')).toMatchObject({
      count: 12,
      params: { total: 85054464 },
    })
  })

  test('of one node, with what is in it', async () => {
    const { params, nodes } = await count('--node', 'text_encoder/blocks')
    expect(params['total']).toBe(37828608)
    expect(nodes.map((n) => n.path)).toContain('text_encoder/blocks/mlp')
    expect(nodes.every((n) => n.path.startsWith('text_encoder/blocks'))).toBe(true)
    expect(await complaint('count', clip, '--node', 'nope')).toEqual([
      expect.stringMatching(
        /^--node: there is no “nope” in this setting; nodes at the top are: image, image_encoder, /,
      ),
    ])
  })

  test('says what rests on sizes that the literature does not say for sure', async () => {
    const of = async (...args: string[]) => {
      const { out } = await frieze('count', place('limoe.json'), '--json', ...args)
      return JSON.parse(out) as { unsure?: string[]; nodes: { path: string; unsure?: string[] }[] }
    }
    const { unsure, nodes } = await of()
    expect(unsure).toContain('embed_dim')
    expect(nodes.find(({ path }) => path === 'image_head')!.unsure).toEqual(['embed_dim'])
    expect(nodes.find(({ path }) => path === 'image_input')!.unsure).toBeUndefined()
    // Who sets it knows it.
    expect((await of('--set', 'embed_dim=512')).unsure).not.toContain('embed_dim')
    const { out } = await frieze('count', place('limoe.json'), '--node', 'image_head')
    expect(out).toMatch(/^image_head .*\? embed_dim \(inferred, not stated\)$/m)
  })

  test('keeps what is larger than 2^53', async () => {
    const { out } = await frieze('count', clip, '--json', '--set', 'vocab_size=10^20')
    // 10^20 × 512 in place of 49,408 × 512.
    expect(out).toContain(`{"total":${151277313n - 25296896n + 512n * 10n ** 20n},`)
  })

  test('--set follows derived symbols and takes formulas, decimals and the last of a name', async () => {
    const of = async (...set: string[]) => (await count(...set.flatMap((each) => ['--set', each]))).params['total']
    const plain = await of()
    expect(await of('vision_layers=6*2')).toBe(plain)
    expect(await of('vision_layers=vision_heads')).toBe(plain)
    expect(await of('vision_layers=3', 'vision_layers=12')).toBe(plain)
    expect(await of('vision_mlp_ratio=4.0009')).toBe(plain! + 0)
    expect(await of('vision_mlp_ratio=4.002')).toBe(plain! + 12 * (2 * 768 + 1))
  })

  test('a table without --json', async () => {
    const { code, out } = await frieze('count', clip)
    expect(code).toBe(0)
    expect(out.split('\n')[1]).toMatch(/^total +151,277,313 +151,277,313 +0 +151,277,313 +14,777,164,800 /)
  })
})

describe('a setting that cannot be used', () => {
  test.each([
    [['patch_size=0'], ['image_encoder/embed/patch_embedding: Patch size: it is 0, but must be at least 1.']],
    [
      ['vision_heads=5'],
      ['image_encoder/blocks/attention: “x” has width 768, which 5 heads do not divide: give the width of a head.'],
    ],
    [
      ['vision_layers=-1'],
      ['image_encoder/blocks: The repeat vision_layers is -1; it has to be a whole number that is not negative.'],
    ],
    [
      ['text_layers=2.5'],
      ['text_encoder/blocks: The repeat text_layers is 2.5; it has to be a whole number that is not negative.'],
    ],
    [
      ['vision_mlp_ratio=0'],
      [
        'image_encoder/blocks/mlp: Hidden width: “mlp_dim” comes to 0, which would stand for the default; write 0 itself for that.',
      ],
    ],
    [
      ['B=0'],
      ['image: Output “image”', 'text: Output “ids”'].map((start) => expect.stringContaining(`${start} would be 0 × `)),
    ],
    [['embed_dim=0'], [expect.stringContaining('image_projection: '), expect.stringContaining('text_projection: ')]],
    [
      ['vision_layers=x'],
      [expect.stringMatching(/^--set vision_layers=x: .*“x” is not known here; known are: B, image_size, /)],
    ],
    [['vision_layers=1/0'], [expect.stringMatching(/^--set vision_layers=1\/0: .*Division by zero/)]],
    [['vision_layers=vision_layers+1'], [expect.stringContaining('is defined by itself')]],
    [['vision_layers=(('], [expect.stringMatching(/^--set vision_layers=\(\(: /)]],
    [['vision_layers=9^9^9^9'], [expect.stringMatching(/^--set vision_layers=9\^9\^9\^9: /)]],
    [
      ['layers=3'],
      [expect.stringMatching(/^There is no symbol “layers”; this diagram has: B, image_size, .*embed_dim\.$/)],
    ],
    [['__proto__=3'], [expect.stringContaining('There is no symbol “__proto__”')]],
    [['vision_layers'], ['--set wants NAME=VALUE, such as --set patch_size=16, not “vision_layers”.']],
    [['vision_layers='], ['--set wants NAME=VALUE, such as --set patch_size=16, not “vision_layers=”.']],
    [[''], ['--set wants NAME=VALUE, such as --set patch_size=16, not “”.']],
  ])('--set %j', async (set, sentences) => {
    for (const command of ['count', 'shapes', 'layout'])
      expect(await complaint(command, clip, '--json', ...set.flatMap((each) => ['--set', each]))).toEqual(sentences)
  })

  test('is the fault of --set alone: what the diagram has wrong itself is said beside the numbers', async () => {
    const wrong = place('wrong.json')
    writeFileSync(
      wrong,
      texts
        .get('clip')!
        .replace('"value": 12, "label": "heads of the image encoder"', '"value": 7')
        .replaceAll('"vision_heads": 12,', '"vision_heads": 7,'),
    )
    const { code, out, err } = await frieze('count', wrong, '--json', '--set', 'vision_layers=3')
    expect([code, JSON.parse(out) !== undefined]).toEqual([0, true])
    expect(err).toMatch(/^wrong\.json: image_encoder\/blocks\/attention: .*7 heads do not divide/)
  })

  test.each([
    [['--variant', 'XXL'], 'There is no variant “XXL”; this diagram has: ViT-B/32, '],
    [['--phase', 'XXL'], 'There is no phase “XXL”; it has: training'],
    [['--variant', 'ViT-B/32', '--phase', 'high_resolution'], 'There is no phase “high_resolution” for this variant'],
    [['--variant'], '--variant wants a value.'],
    [['--nope'], 'There is no option --nope here; there is: --variant '],
    [['-x'], 'There is no option -x here; there is: --variant '],
    [['--json=3'], '--json takes no value.'],
    [['other.json'], 'One file at a time: frieze count FILE'],
  ])('%j', async (args, sentence) => {
    const [first, ...rest] = await complaint('count', clip, '--json', ...args)
    expect([first!.slice(0, sentence.length), rest]).toEqual([sentence, []])
  })
})

describe('files that are no diagrams', () => {
  const cases: [name: string, content: string, sentence: RegExp][] = [
    ['empty.json', '', /^empty\.json: /],
    ['broken.json', '{"version": 1,', /^broken\.json: /],
    ['list.json', '[1, 2]', /^list\.json: /],
    ['later.json', '{"version": 99, "about": {"title": "x"}, "nodes": [], "edges": []}', /^later\.json: .*version/],
    ['foreign.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', /^foreign\.svg: .*carries no Frieze document/m],
  ]
  for (const [name, content] of cases) writeFileSync(place(name), content)

  test.each(cases)('%s', async (name, _, sentence) => {
    for (const command of ['count', 'shapes', 'layout', 'format'])
      for (const line of await complaint(command, place(name))) expect(line).toMatch(/^\S+: \S/)
    const checked = await frieze('check', place(name))
    expect(checked.code).toBe(1)
    expect(checked.out.replaceAll(`${folder}/`, '')).toMatch(sentence)
  })

  test('missing, a folder, below a file', async () => {
    expect(await complaint('count', place('missing.json'))).toEqual(['missing.json: there is no such file.'])
    expect(await complaint('count', folder)).toEqual([`${folder}: this is a folder; name a file.`])
    expect(await complaint('count', join(clip, 'x'))).toEqual([
      'clip.json/x: part of this path is a file, not a folder.',
    ])
  })
})

describe('check', () => {
  test('several files, good and bad, each problem on a line', async () => {
    const good = await frieze('check', ...[...texts.keys()].map((name) => place(`${name}.json`)))
    expect(good).toEqual({ code: 0, out: '', err: '' })
    const mixed = await frieze('check', clip, place('missing.json'), place('broken.json'))
    expect(mixed.code).toBe(1)
    expect(mixed.out.trimEnd().split('\n')).toHaveLength(1)
    expect(mixed.err.trimEnd().split('\n')).toHaveLength(1)
  })

  test('what is wrong at something called “block” is said like all else', async () => {
    const file = place('block-of-five.json')
    writeFileSync(
      file,
      JSON.stringify({ version: 1, about: { title: 'x' }, nodes: [{ id: 'a', block: 5 }], edges: [] }),
    )
    expect(await frieze('check', file)).toMatchObject({ code: 1, out: expect.stringContaining('.block: ') as unknown })
    const named = { version: 1, about: { title: 'x' }, symbols: { block: '1 +' }, nodes: [], edges: [] }
    writeFileSync(file, JSON.stringify(named))
    expect(await frieze('check', file)).toMatchObject({ code: 1, out: expect.stringContaining('block') as unknown })
    writeFileSync(file, JSON.stringify({ ...named, symbols: {}, nodes: [{ id: 'a', block: 'mamba' }] }))
    const { out } = await frieze('check', file)
    expect(out.trimEnd().split('\n')).toEqual([expect.stringContaining('a: Block “mamba” is not known')])
  })
})

describe('render', () => {
  test('draws steps of the lecture, each into a file of its own', async () => {
    const talk = join(folder, 'talk.json')
    const steps = [{ title: 'First' }, { title: 'Second', focus: ['image_encoder'] }]
    writeFileSync(talk, JSON.stringify({ ...JSON.parse(readFileSync(clip, 'utf8')), steps }))
    const out = join(folder, 'talk.svg')
    expect(await frieze('render', talk, '-o', out, '--step', '2')).toMatchObject({ code: 0 })
    expect(readFileSync(out, 'utf8')).toContain('Second')
    expect(await frieze('render', talk, '-o', join(folder, 'all.svg'), '--step', 'all')).toMatchObject({ code: 0 })
    expect(readFileSync(join(folder, 'all-2.svg'), 'utf8')).toBe(readFileSync(out, 'utf8'))
    const plain = join(folder, 'plain')
    expect(await frieze('render', talk, '-o', plain, '--format', 'svg', '--step', 'all')).toMatchObject({ code: 0 })
    expect(readFileSync(`${plain}-2`, 'utf8')).toBe(readFileSync(out, 'utf8'))
    expect(await complaint('render', talk, '-o', out, '--step', '3')).toEqual([
      '--step is “3”; it can be: all, or numbers from 1 to 2 with commas between them.',
    ])
    expect(await complaint('render', place('vit.json'), '-o', out, '--step', '1')).toEqual([
      '--step: this diagram has no steps.',
    ])
  })

  const out = place('out.svg')

  test('draws another diagram, or another variant of this one, at its side', async () => {
    const target = place('beside.svg')
    expect(await frieze('render', clip, '--beside', place('vit.json'), '-o', target)).toMatchObject({
      code: 0,
      err: '',
    })
    const text = readFileSync(target, 'utf8')
    for (const word of ['Contrastive loss', 'Classifier', 'only in the first']) expect(text).toContain(word)
    expect(await frieze('render', clip, '--beside-variant', 'ViT-L/14', '-o', target)).toMatchObject({ code: 0 })
    expect(readFileSync(target, 'utf8')).toContain('428M')

    const refused = async (...words: string[]) => (await frieze('render', clip, '-o', target, ...words)).err.trim()
    expect(await refused('--beside-variant', 'XL')).toMatch(/^--beside: There is no variant “XL”/)
    expect(await refused('--beside', place('nobody.json'))).toBe('nobody.json: there is no such file.')
    expect(await refused('--beside', place('vit.json'), '--step', '1')).toMatch(
      /leave --step, --select and --module out/,
    )
    expect((await frieze('render', clip, '--beside', clip, '-o', place('a.dot'))).err).toMatch(/cannot be had as/)
  })

  test('writes an SVG that carries its document and counts the same', async () => {
    expect(await frieze('render', clip, '-o', out)).toMatchObject({ code: 0, out: '', err: '' })
    expect((await frieze('count', out, '--json')).out).toBe((await frieze('count', clip, '--json')).out)
    expect(await frieze('check', out)).toEqual({ code: 0, out: '', err: '' })
    expect((await frieze('render', clip, '-o', '-')).out).toBe(readFileSync(out, 'utf8'))
    const altered = place('altered.svg')
    const text = readFileSync(out, 'utf8')
    const middle = text.indexOf('<metadata>') + 600
    writeFileSync(altered, text.slice(0, middle) + (text[middle] === 'A' ? 'B' : 'A') + text.slice(middle + 1))
    expect(await complaint('count', altered)).toHaveLength(1)
  })

  test('leaves nothing half written, and says why', async () => {
    const before = readdirSync(folder)
    expect(await complaint('render', clip)).toEqual([
      'Say where to: -o OUT.svg, -o FOLDER/ for several, or -o - for standard output.',
    ])
    expect(await complaint('render', clip, '-o', place('x.bmp'))).toEqual([
      expect.stringMatching(/^x\.bmp: no format has this ending; there is: \.svg/),
    ])
    expect(await complaint('render', clip, '-o', place('none/x.svg'))).toEqual(['none/x.svg: there is no such folder.'])
    expect(await complaint('render', place('broken.json'), '-o', place('x.svg'))).toHaveLength(1)
    expect(await complaint('render', clip, '-o', place('x.svg'), '--theme', 'pink')).toEqual([
      expect.stringMatching(/^--theme is “pink”; it can be: light, dark/),
    ])
    expect(await complaint('render', clip, '-o', place('x.svg'), '--expand', 'nope')).toHaveLength(1)
    expect(await complaint('render', clip, '-o', place('x.svg'), '--select', 'image_encoder,nope')).toEqual([
      '--select: “nope” is not in the picture; unfold what holds it with --expand.',
    ])
    for (const option of ['--select', '--expand'])
      expect(await complaint('render', clip, '-o', place('x.svg'), option, ' ,')).toEqual([
        `${option} names nothing; write paths of nodes with commas between them.`,
      ])
    expect(readdirSync(folder)).toEqual(before)
  })

  test('keeps the mode of a file and writes through a link', async () => {
    const [target, link] = [place('target.json'), place('link.json')]
    writeFileSync(target, '')
    chmodSync(target, 0o600)
    symlinkSync(target, link)
    expect(await frieze('schema', '-o', link)).toMatchObject({ code: 0 })
    expect(readFileSync(target, 'utf8')).toMatch(/^\{/)
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
  })
})

describe('the rest', () => {
  test('layout and shapes in the shape of the contract', async () => {
    const layout = JSON.parse((await frieze('layout', clip, '--json')).out) as Record<string, Record<string, unknown>[]>
    expect(Object.keys(layout)).toEqual(['nodes', 'edges'])
    expect(Object.keys(layout['nodes']![0]!)).toEqual(['path', 'x', 'y', 'width', 'height'])
    expect(Object.keys(layout['edges']![0]!)).toEqual(['id', 'points'])
    const shapes = JSON.parse((await frieze('shapes', clip, '--json', '--set', 'B=3')).out) as typeof layout
    expect(shapes['edges']![0]).toMatchObject({
      from: 'image.image',
      shape: ['3', '3', '224', '224'],
      value: [3, 3, 224, 224],
    })
    expect((await frieze('shapes', clip)).out).toContain('B × 3 × 224 × 224')
    expect((await frieze('shapes', place('pali.json'))).out).toContain('B × (text_length + 256) × 4096')
    const one = await frieze('layout', clip, '--json', '--expand', 'image_encoder/embed, ')
    expect(one.out).toContain('"image_encoder/embed/class_token"')
  })

  test('help', async () => {
    for (const args of [['--help'], ['help'], ['-h']])
      expect((await frieze(...args)).out).toContain('frieze count FILE')
    expect(await frieze('count', '--help')).toMatchObject({ code: 0, err: '' })
    expect((await frieze('shapes', '--help')).out).toMatch(
      /^frieze shapes FILE \[--variant V\] .*\[--set K=V\]… \[--json\]\n/,
    )
    expect((await frieze('chart', '--help')).out.match(/--what|-o /g)).toHaveLength(2)
    // Every option with its values, once: none is left out, none is there that is not taken.
    for (const [usage] of (await frieze('--help')).out.matchAll(/^frieze .*$/gm)) {
      const options = usage.match(/--[a-z-]+/g) ?? []
      expect(new Set(options).size, usage).toBe(options.length)
    }
    expect(await complaint('cuont')).toEqual([
      expect.stringMatching(/^There is no command “cuont”; there is: check, count,/),
    ])
    expect((await complaint())[0]).toMatch(/^Frieze/)
    expect(await complaint('count')).toEqual([expect.stringMatching(/^Name a file: frieze count FILE/)])
    expect(await complaint('schema', 'x')).toEqual([expect.stringMatching(/^It takes no file, so not “x”/)])
  })

  test('format rewrites documents, all or none, and no figures', async () => {
    const loose = place('loose.json')
    writeFileSync(loose, JSON.stringify(JSON.parse(texts.get('clip')!)))
    expect(await complaint('format', loose, place('broken.json'))).toHaveLength(1)
    expect(readFileSync(loose, 'utf8')).not.toBe(texts.get('clip'))
    expect(await frieze('format', loose)).toEqual({ code: 0, out: '', err: '' })
    expect(readFileSync(loose, 'utf8')).toBe(texts.get('clip'))
    if (existsSync(place('out.svg')))
      expect(await complaint('format', place('out.svg'))).toEqual([expect.stringContaining('this is a figure')])
  })
})
