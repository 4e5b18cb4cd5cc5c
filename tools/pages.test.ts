import { expect, test } from 'vitest'
import { firstLoad } from './pages.ts'

test('the first load is the entry and all it imports at once, but not what it imports later', () => {
  const manifest = {
    'index.html': {
      file: 'a.js',
      isEntry: true,
      imports: ['_b.js'],
      dynamicImports: ['later.tsx'],
    },
    '_b.js': { file: 'b.js', imports: ['_c.js', 'index.html'] },
    '_c.js': { file: 'c.js' },
    'later.tsx': { file: 'later.js', imports: ['_c.js'] },
    'a.css': { file: 'a.css', isEntry: true },
  }
  expect(firstLoad(manifest)).toEqual(['a.js', 'b.js', 'c.js'])
})
