import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where `npm run dev` serves the API. */
const api = 'http://localhost:8787';

/**
 * The phones people really have: Android's WebView of 2018 (Chrome 64), which is in WeChat's older browsers too, and
 * iOS 12. Both load modules, so that one build serves all of them. `tests/resident` reads what was built.
 */
const oldest = ['chrome64', 'ios12'];

export default defineConfig({
  base: '/answer/',
  server: { port: 5175, proxy: { '/api': api } },
  // What preloads modules uses what an old browser has only once the polyfills are there.
  build: {
    target: oldest,
    cssTarget: oldest,
    sourcemap: false,
    chunkSizeWarningLimit: 2000,
    modulePreload: false,
  },
  plugins: [react()],
});
