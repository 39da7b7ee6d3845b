// Two builds and the unit tests. `vite build` makes the application in dist/, `vite build --ssr src/cli/main.ts` the
// command line in dist/cli/. That one leaves node_modules outside, so it loads libraries exactly as the unit tests do.
import { createHash } from 'node:crypto'
import { chmodSync, readFileSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { build, type Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

export default defineConfig(({ isSsrBuild }) => ({
  base: './',
  plugins: [
    react(),
    cards(),
    scripts(),
    developmentPolicy(),
    ...(isSsrBuild ? [executable()] : [licences(), firstPaint(), viewer(), offline()]),
  ],
  worker: { format: 'es' as const },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
  build: isSsrBuild ? commandLine : application,
  test: {
    environment: 'node',
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
    // By default one processor is left idle: on two that is half of them.
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
}))

const application = {
  outDir: 'dist',
  license: { fileName: 'licenses/bundled.md' },
  // ELK's worker alone is 1.5 MB. It is loaded when it is first needed.
  chunkSizeWarningLimit: 2000,
  rolldownOptions: {
    output: {
      // The CJK faces are hundreds of files, of which a figure needs a handful.
      assetFileNames: ({ names: [name = ''] }: { names: string[] }) =>
        /^noto-sans-(jp|sc|tc)/.test(name) ? 'fonts/[name]-[hash][extname]' : 'assets/[name]-[hash][extname]',
    },
  },
}

const commandLine = {
  outDir: 'dist/cli',
  target: 'node20',
  copyPublicDir: false,
  rolldownOptions: {
    output: { entryFileNames: 'frieze.js', chunkFileNames: '[name]-[hash].js', banner: '#!/usr/bin/env node' },
  },
}

/** `clip.json?card` is what the gallery says of a diagram, without its notes. */
function cards(): Plugin {
  return {
    name: 'cards',
    load: {
      filter: { id: /\.json\?card$/ },
      handler(id) {
        const { about } = JSON.parse(readFileSync(id.slice(0, id.indexOf('?')), 'utf8'))
        return { code: `export default ${JSON.stringify({ ...about, notes: undefined })}`, moduleType: 'js' }
      },
    },
  }
}

/** `npm start` needs inline scripts for hot reloading. The built page keeps the policy that index.html states. */
function developmentPolicy(): Plugin {
  return {
    name: 'development-policy',
    apply: 'serve',
    transformIndexHtml: (html) => html.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'"),
  }
}

/** Writes the picture of the diagram that opens first into the page, so that it is seen before any script has run. */
function firstPaint(): Plugin {
  return {
    name: 'first-paint',
    apply: 'build',
    transformIndexHtml(html) {
      const file = readFileSync(`${import.meta.dirname}/diagrams/pictures/flamingo.svg`, 'utf8')
      const picture = file.slice(file.indexOf('<svg')).replace(/<metadata>[^]*<\/metadata>/, '')
      const style = 'position:fixed;inset:48px 0 0;width:100%;height:calc(100% - 48px)'
      const root = '<div id="root">'
      if (!html.includes(root)) throw new Error('index.html has no element for the first picture')
      const shown = picture.replace('<svg ', `<svg style="${style}" aria-hidden="true" `)
      // A function: in a text `$&` and its like would mean something.
      return html.replace(root, () => root + shown)
    },
  }
}

/** Builds the service worker, which is told every file that the page may ask for and the content of those without a hash. */
function offline(): Plugin {
  return {
    name: 'offline',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'client',
    async writeBundle({ dir }, bundle) {
      const built = Object.keys(bundle).filter((file) => file.startsWith('assets/'))
      const named = ['index.html', 'favicon.svg', 'manifest.webmanifest'].map((file) => ({
        url: file,
        revision: createHash('sha256')
          .update(readFileSync(`${dir}/${file}`))
          .digest('hex'),
      }))
      const files = [...named, ...built.map((url) => ({ url, revision: null }))]
      await build({
        configFile: false,
        logLevel: 'warn',
        publicDir: false,
        define: { __FILES__: JSON.stringify(files), 'process.env.NODE_ENV': '"production"' },
        build: {
          outDir: dir!,
          emptyOutDir: false,
          rolldownOptions: {
            input: `${import.meta.dirname}/src/editor/offline/serviceWorker.ts`,
            output: { format: 'iife', entryFileNames: 'service-worker.js' },
          },
        },
      })
    },
  }
}

/** The figure as an element for the pages of others, beside the application: the very script that exported pages carry. */
function viewer(): Plugin {
  const fileName = 'frieze-diagram.js'
  const source = async () => (await scriptOf(`${import.meta.dirname}/src/exporters/html/viewer/element.ts`)).code
  return {
    name: 'viewer',
    applyToEnvironment: (environment) => environment.name === 'client',
    configureServer: ({ middlewares }) => {
      middlewares.use(`/${fileName}`, (_, answer, next) => {
        source().then((code) => answer.setHeader('Content-Type', 'text/javascript').end(code), next)
      })
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName, source: await source() })
    },
  }
}

/** `element.ts?script` is the text of a script that needs no other: the file and all that it imports. */
function scripts(): Plugin {
  return {
    name: 'scripts',
    load: {
      filter: { id: /\?script$/ },
      async handler(id) {
        const { code, moduleIds } = await scriptOf(id.slice(0, id.indexOf('?')))
        for (const file of moduleIds) this.addWatchFile(file)
        return { code: `export const script = ${JSON.stringify(code)}`, moduleType: 'js' }
      },
    },
  }
}

/** The same text in every build, and in tests. */
async function scriptOf(input: string) {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: { write: false, target: 'es2022', rolldownOptions: { input, output: { format: 'iife' } } },
  })
  if (!('output' in built)) throw new Error(`${input} was not built once and for all`)
  return built.output[0]
}

/** Ships the licences of what the list of bundled modules does not cover: the layout engine's worker and the fonts. */
function licences(): Plugin {
  const texts = {
    'elkjs.md': 'elkjs/LICENSE.md',
    'arimo.txt': '@fontsource/arimo/LICENSE',
    'noto-sans-math.txt': '@fontsource/noto-sans-math/LICENSE',
    'noto-sans-jp.txt': '@fontsource/noto-sans-jp/LICENSE',
    'noto-sans-sc.txt': '@fontsource/noto-sans-sc/LICENSE',
    'noto-sans-tc.txt': '@fontsource/noto-sans-tc/LICENSE',
    'workbox.txt': 'workbox-core/LICENSE',
    'webp.md': '@jsquash/webp/codec/LICENSE.codec.md',
  }
  return {
    name: 'licences',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'client',
    generateBundle() {
      for (const [name, path] of Object.entries(texts)) {
        const source = readFileSync(`${import.meta.dirname}/node_modules/${path}`, 'utf8')
        this.emitFile({ type: 'asset', fileName: `licenses/${name}`, source })
      }
    },
  }
}

function executable(): Plugin {
  return {
    name: 'executable',
    apply: 'build',
    writeBundle: ({ dir }) => chmodSync(`${dir}/frieze.js`, 0o755),
  }
}
