import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The office is served at the root of the same origin as the API; in development the API is asked through a proxy. */
export default defineConfig({
  base: '/',
  plugins: [react()],
  build: { target: 'es2022', sourcemap: false, chunkSizeWarningLimit: 1200 },
  server: { proxy: { '/api': 'http://127.0.0.1:8787' } },
});
