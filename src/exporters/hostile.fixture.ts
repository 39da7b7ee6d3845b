// Small diagrams that hold everything an exporter writes, with labels that try to break out of it.
import type { Diagram } from '../document/schema'

/** One label for everything that has one. */
export function labelled(text: string): Diagram {
  return {
    version: 1,
    about: {
      title: text,
      summary: text,
      sources: [
        { id: text, title: text, authors: text, year: 2020, arxiv: '2020.00001', url: `https://example.org/${text}` },
      ],
    },
    symbols: { width: 8, B: { example: 1 } },
    phases: [{ id: 'p', label: text, states: { inner: 'frozen' } }],
    nodes: [
      { id: 'features', block: 'features', params: { shape: ['B', 4, 'width'] }, label: text, sublabel: text },
      {
        id: 'inner',
        label: text,
        repeat: 3,
        group: {
          inputs: [{ id: 'x', label: text }],
          outputs: [{ id: 'x' }],
          nodes: [
            { id: 'linear', block: 'linear', params: { out: 'width' }, label: text, sublabel: text },
            { id: 'add', block: 'add', label: text },
          ],
          edges: [
            { from: 'in.x', to: 'linear.x', label: text },
            { from: 'in.x', to: 'add.a' },
            { from: 'linear.x', to: 'add.b' },
            { from: 'add.x', to: 'out.x' },
          ],
        },
      },
      { id: 'last', block: 'linear', params: { out: 'width' }, label: text, state: 'trainable' },
      { id: 'none', block: 'no-such-block', label: text },
    ],
    edges: [
      { from: 'features.x', to: 'inner.x', label: text },
      { from: 'inner.x', to: 'last.x' },
      { from: 'last.x', to: 'none.x' },
    ],
    texts: [{ id: 'note', words: text, node: 'last', x: 0, y: 80, leader: true }],
    frames: [{ id: 'frame', words: text, nodes: ['last', 'none'] }],
    view: { unfolded: ['inner'], shapes: 'all' },
  }
}

const evil = [
  '\u2028',
  '"quotes" and \'apostrophes\' and `backticks`',
  '</script><script>window.broken = 1</script>',
  '<img src=x onerror="window.broken = 1">',
  '&amp; &lt; &#35; &nbsp; ]]> <!-- --> <![CDATA[ x',
  'back\\slash \\n \\input{/etc/passwd} \\end{document} \\\\',
  '{braces} }{ {{ }} {{{x',
  'a\nb\r\nc\td\u2028e\u2029f\u0085g\u000bh',
  '% comment $x^2_i$ #1 ~ & | @ ; : , . ? ! * _ - = + / ( ) [ ] < >',
  'שלום עולם مرحبا \u202eoverride\u202c \u200fmark',
  '🦩 👩‍👩‍👧‍👦 🇯🇵 é e\u0301 ﬁ ﷽ 𝒳 \u0000\u0007\ufffe\ud800',
  '画像エンコーダ 한국어 ภาษาไทย',
  "-- --- ,, `` '' << >> ?` !`",
  'end',
  'subgraph x; graph TD; %%{init: {}}%% --> A["x"] click A call window.broken()',
  '|a|b|\\|c',
  '%3Cb%3E \\u0022 \\x22 ${x} {{x}} <%= x %>',
  '',
  ' ',
  'wide '.repeat(2000),
  'W'.repeat(10_000),
]

export function hostileDiagrams(): Diagram[] {
  return evil.map(labelled)
}
