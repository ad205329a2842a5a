import { defineConfig } from 'vite';
import { onePage } from './onePage.ts';

/**
 * booth.html: the page of an exhibition pack. An export puts the data into it and the pictures beside it, so that it opens from a
 * stick without a network; the preview of the app is the same page with its data handed in. Built on its own, after the
 * screens, whose build empties the folder: `vite build --config renderer/booth.vite.config.ts` from the top of the repository.
 */
export default defineConfig({
  root: 'renderer/booth',
  base: './',
  publicDir: false,
  // `file:` names the folder media/ of a pack; blob: the pictures of the preview.
  plugins: [onePage('booth.html', ["img-src file: 'self' blob: data:", "media-src file: 'self' blob:"])],
  build: {
    outDir: '../../out/renderer',
    emptyOutDir: false,
    target: ['chrome109', 'firefox115', 'safari16.4'],
    assetsInlineLimit: 0,
    modulePreload: false,
    cssCodeSplit: false,
    reportCompressedSize: true,
    rolldownOptions: { input: 'renderer/booth/booth.html' },
  },
});
