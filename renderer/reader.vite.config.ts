import { defineConfig } from 'vite';
import { onePage } from './onePage.ts';

/**
 * reader.html: one file without anything beside it, so that it opens from a stick or a mail. Built on its own, after the
 * screens, whose build empties the folder: `vite build --config renderer/reader.vite.config.ts` from the top of the repository.
 */
export default defineConfig({
  root: 'renderer/reader',
  base: './',
  publicDir: false,
  plugins: [onePage('reader.html', ['worker-src blob:', 'img-src data: blob:'], " blob: 'wasm-unsafe-eval'")],
  worker: { format: 'iife' },
  build: {
    outDir: '../../out/renderer',
    emptyOutDir: false,
    target: ['chrome125', 'firefox128', 'safari17.5'],
    assetsInlineLimit: 0,
    modulePreload: false,
    cssCodeSplit: false,
    reportCompressedSize: true,
    rolldownOptions: { input: 'renderer/reader/reader.html' },
  },
});
