import ui from '@nuxt/ui/vite';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';
import { ICON_NAMES } from './src/ui/icon-names.js';

/** The API that a developer's Vite talks to; the built files are served by the API itself. */
const apiTarget = process.env['API_URL'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [
    vue(),
    ui({
      components: false,
      autoImport: false,
      dts: false,
      colorMode: false,
      ui: { colors: { primary: 'brand', neutral: 'slate' } },
      icon: { clientBundle: { scan: true, icons: ICON_NAMES } },
    }),
  ],
  build: { manifest: true, target: 'es2022', chunkSizeWarningLimit: 700, assetsInlineLimit: 0 },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': { target: apiTarget, changeOrigin: false } },
  },
});
