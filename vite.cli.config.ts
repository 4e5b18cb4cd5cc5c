import { defineConfig } from 'vite'

// The command as one file of plain JavaScript (dist/cli.js), for a package without the sources.
export default defineConfig({
  build: {
    ssr: 'src/cli/main.ts',
    outDir: 'dist',
    emptyOutDir: false,
    target: 'node20',
    rolldownOptions: { output: { entryFileNames: 'cli.js', codeSplitting: false } },
  },
})
