/// <reference types="vitest/config" />
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Where `npm run dev` finds the service. */
const service = process.env.ONEMAP_SERVICE ?? 'http://127.0.0.1:8000'

export default defineConfig({
  plugins: [react()],
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
