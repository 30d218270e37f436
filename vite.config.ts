import { existsSync, globSync } from 'node:fs'
import { basename } from 'node:path'
import { defineConfig } from 'vite'

/** What a browser loads: islands, what finds them on a page, and one stylesheet. */
const browserEntries = globSync(['app/**/*.island.tsx', 'app/**/*.client.ts', 'app/ui/styles/main.css'])

/** What Node runs: the command line with the server in it, the figures, and what works in threads of its own. */
const serverEntries = ['cli/rundtisch.ts', 'tests/figures/figures.ts', ...globSync('app/**/*.worker.ts')]

export default defineConfig({
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
      build: {
        outDir: 'dist/server',
        ssr: true,
        sourcemap: true,
        target: 'node24',
        rolldownOptions: {
          input: Object.fromEntries(serverEntries.filter(existsSync).map(path => [basename(path, '.ts'), path])),
          output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        },
      },
    },
  },
  builder: {},
})
