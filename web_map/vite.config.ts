/// <reference types="vitest/config" />
import react from '@vitejs/plugin-react'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, defineConfig, type Plugin } from 'vite'

/** Where `npm run dev` finds the service. */
const service = process.env.ONEMAP_SERVICE ?? 'http://127.0.0.1:8000'

/** Packs text once, when it is built: the service hands the packed file to whoever takes it. */
function packed(): Plugin {
  return {
    name: 'packed',
    apply: 'build',
    writeBundle({ dir = '' }, bundle) {
      for (const name of Object.keys(bundle).filter((each) => /\.(m?js|css)$/.test(each))) {
        const text = readFileSync(join(dir, name))
        writeFileSync(join(dir, `${name}.gz`), gzipSync(text, { level: 9 }))
      }
    },
  }
}

/** Builds the service worker once the page is built, and tells it every file of it. */
function offline(): Plugin {
  return {
    name: 'offline',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      const hash = (name: string) =>
        createHash('sha256')
          .update(readFileSync(join(dir, name)))
          .digest('hex')
      const shell = Object.keys(bundle).map((url) => ({
        url,
        // The names of the others hold their own hash.
        revision: url.startsWith('assets/') ? null : hash(url),
      }))
      await build({
        configFile: false,
        publicDir: false,
        logLevel: 'warn',
        plugins: [packed()],
        define: { SHELL: JSON.stringify(shell) },
        build: {
          outDir: dir,
          emptyOutDir: false,
          target: 'es2022',
          rolldownOptions: {
            input: 'src/worker/service-worker.ts',
            output: { format: 'iife', entryFileNames: 'service-worker.js' },
          },
        },
      })
    },
  }
}

export default defineConfig({
  plugins: [react(), packed(), offline()],
  server: {
    proxy: Object.fromEntries(
      ['/api', '/tiles', '/style.json'].map((path) => [path, { target: service }]),
    ),
  },
  build: {
    target: 'es2022',
    // MapLibre alone is larger than the default limit and is loaded as a chunk of its own.
    chunkSizeWarningLimit: 1200,
  },
  test: { environment: 'jsdom', setupFiles: 'src/test-setup.ts' },
})
