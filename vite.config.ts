import { globSync } from 'node:fs'
import { basename } from 'node:path'
import { defineConfig } from 'vite'

/** What a browser loads: islands, what finds them on a page, and one stylesheet. */
const browserEntries = globSync(['app/**/*.island.tsx', 'app/**/*.client.ts', 'app/ui/styles/main.css'])

/** What Node runs: the command line with the server in it, and what works in threads of its own. */
const serverEntries = ['cli/rundtisch.ts', ...globSync('app/**/*.worker.ts')]
const figures = 'tests/figures/figures.ts'

/**
 * Packages are bundled, because finding their hundreds of files took more of a start than all else (import of the
 * server: 500 ms of CPU, bundled 190 ms; of better-auth 740 ms, bundled 180 ms). These stay apart: what is large and
 * seldom needed, what looks for files of its own, and what only figures use.
 */
const notBundled = [
  ...['mammoth', 'unpdf', 'docx', '@myriaddreamin/typst-ts-web-compiler', 'pg-native'],
  ...['autocannon', 'playwright-core', '@axe-core/playwright', 'vitest'],
]

export default defineConfig(({ mode }) => ({
  appType: 'custom',
  base: '/assets/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: { emptyOutDir: true, reportCompressedSize: false },
  environments: {
    client: {
      build: {
        outDir: 'dist/assets',
        assetsDir: '',
        manifest: true,
        rolldownOptions: { input: browserEntries },
      },
    },
    ssr: {
      resolve: { noExternal: true, external: notBundled },
      build: {
        outDir: 'dist/server',
        ssr: true,
        sourcemap: true,
        target: 'node24',
        rolldownOptions: {
          input: namedByFile(mode === 'figures' ? [...serverEntries, figures] : serverEntries),
          output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        },
      },
    },
  },
  builder: {},
}))

function namedByFile(paths: readonly string[]): Record<string, string> {
  return Object.fromEntries(paths.map(path => [basename(path, '.ts'), path]))
}
