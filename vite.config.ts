import react from '@vitejs/plugin-react'
import { isBuiltin } from 'node:module'
import { defineConfig, type Plugin } from 'vite'

/** Fails the build when anything that reaches the browser imports a Node.js module at run time. */
function refuseNodeModules(): Plugin {
  return {
    name: 'proviso:refuse-node-modules',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!isBuiltin(source)) return null
      throw new Error(
        `${importer ?? 'the page'} imports ${source}, which no browser has: keep it out of what #rules, the programs and the pages import`,
      )
    },
  }
}

export default defineConfig({
  root: 'src/web',
  plugins: [refuseNodeModules(), react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    rolldownOptions: {
      // The kernel and the programs do nothing when imported: what the first page does not use of
      // the door #rules, such as the verifier of receipts, then loads with the page that uses it.
      treeshake: { moduleSideEffects: (id) => !/\/src\/(kernel|programs)\//.test(id) },
    },
  },
  server: {
    // `npx vite` serves the pages with hot reload and leaves the rest to a server on the usual port.
    proxy: { '/api': `http://localhost:${process.env['PORT'] ?? '8080'}` },
  },
})
