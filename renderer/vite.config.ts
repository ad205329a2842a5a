import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));

/**
 * The screens. Everything is a file of the build: no inline script and no inlined asset, so that `script-src 'self'`
 * holds. `__CSP_NONCE__` in index.html is replaced by the doors in every load; style elements made at run time carry it.
 */
export default defineConfig({
  root,
  base: '/',
  plugins: [react(), woff2Only()],
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    // light-dark(), nesting and container queries stay as written.
    target: ['chrome125', 'firefox128', 'safari17.5'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});

/** The fallback font's older format is asked for by no browser that can run the screens. */
function woff2Only(): Plugin {
  return {
    name: 'woff2-only',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('@fontsource') || !id.split('?')[0]?.endsWith('.css')) return null;
      return code.replaceAll(/,\s*url\([^)]*\.woff\) format\('woff'\)/g, '');
    },
  };
}
