import { expect, test } from 'vitest'
import { assetNamed, assetsOf } from './assets.ts'

test('finds the built files in the manifest of the build', () => {
  const found = assetsOf({
    'app/ui/styles/main.css': { file: 'main-B1.css' },
    'app/ui/islands.client.ts': { file: 'islands.client-C2.js' },
    'app/ui/styles/mark.svg': { file: 'mark-D3.svg' },
    'node_modules/@fontsource-variable/noto-sans/files/noto-sans-latin-wght-normal.woff2': { file: 'latin-E4.woff2' },
  })
  expect(found).toEqual({
    styles: '/assets/main-B1.css',
    islands: '/assets/islands.client-C2.js',
    mark: '/assets/mark-D3.svg',
    latinFont: '/assets/latin-E4.woff2',
    arabicFont: null,
  })
})

test('has plain paths where nothing was built', () => {
  expect(assetsOf({})).toMatchObject({ styles: '/assets/main.css', islands: '/assets/islands.client.js', mark: null })
})

test.each(['../package.json', '.vite/manifest.json', 'main.css/..', 'x.map', ''])('hands out no %j', async name => {
  expect(await assetNamed(name)).toBeNull()
})
