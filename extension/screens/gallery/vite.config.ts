import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

/** The pupil's screens in a plain tab, for design work: `npx vite -c extension/screens/gallery/vite.config.ts`. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [vue()],
  define: { __VUE_OPTIONS_API__: false },
  build: {
    outDir: fileURLToPath(new URL('../../../dist/screens-gallery', import.meta.url)),
    emptyOutDir: true,
  },
  server: { host: '127.0.0.1', port: 5198 },
})
