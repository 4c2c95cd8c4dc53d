import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

/** Where `npm run dev` serves the API. */
const api = 'http://localhost:8787';

export default defineConfig({
  base: '/tablet/',
  server: { port: 5174, proxy: { '/api': api, '/install': api } },
  build: {
    target: 'es2022',
    sourcemap: false,
    rolldownOptions: {
      // What the first screen needs is one file: several compress worse, and each costs a way through the service worker.
      output: { codeSplitting: { groups: [{ name: 'first', test: /src\/app\/main\.tsx$/ }] } },
    },
  },
  plugins: [
    react(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/app',
      filename: 'service-worker.ts',
      // The app registers the worker itself, so that a new version waits for a safe moment.
      injectRegister: false,
      manifest: {
        id: '/tablet/',
        name: '户户到 走访',
        short_name: '户户到',
        description: '入户走访与问卷：离线可用',
        lang: 'zh-CN',
        start_url: '/tablet/',
        scope: '/tablet/',
        display: 'standalone',
        background_color: '#f5f7f9',
        theme_color: '#0b5cad',
        icons: [
          { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
          { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: 'icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      injectManifest: {
        injectionPoint: 'self.precached',
        globPatterns: ['**/*.{js,css,html,svg,png,woff2,webmanifest}'],
      },
    }),
  ],
});
