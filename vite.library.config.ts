import { defineConfig } from 'vite'

// The typed library as one file of plain JavaScript (dist/library.js); its types are the sources.
export default defineConfig({
  build: {
    ssr: 'src/library.ts',
    outDir: 'dist',
    emptyOutDir: false,
    target: 'node20',
    rolldownOptions: { output: { entryFileNames: 'library.js', codeSplitting: false } },
  },
})
