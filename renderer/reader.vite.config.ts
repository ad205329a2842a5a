import { defineConfig, type Plugin } from 'vite';

/**
 * reader.html: one file without anything beside it, so that it opens from a stick or a mail. Built on its own, after the
 * screens, whose build empties the folder: `vite build --config renderer/reader.vite.config.ts` from the top of the repository.
 */
export default defineConfig({
  root: 'renderer/reader',
  base: './',
  publicDir: false,
  plugins: [oneFile()],
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

/** Puts script and style into the page and names both by their hash in its policy: nothing else runs, nothing is loaded. */
function oneFile(): Plugin {
  return {
    name: 'one-file',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      const page = Object.values(bundle).find(({ fileName }) => fileName.endsWith('.html'));
      const script = Object.values(bundle).find(
        ({ type, fileName }) => type === 'chunk' && fileName.endsWith('.js'),
      );
      const style = Object.values(bundle).find(({ fileName }) => fileName.endsWith('.css'));
      if (
        page?.type !== 'asset' ||
        script?.type !== 'chunk' ||
        style?.type !== 'asset' ||
        Object.keys(bundle).length !== 3
      )
        throw new Error(
          `the reader must become one page, one script, one style: ${Object.keys(bundle).join(', ')}`,
        );
      const code = `\n${script.code.trim().replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')}\n`;
      const css = `\n${text(style.source).trim()}\n`;
      const policy = [
        "default-src 'none'",
        `script-src 'sha256-${await sha256(code)}' blob: 'wasm-unsafe-eval'`,
        'worker-src blob:',
        `style-src 'sha256-${await sha256(css)}'`,
        'img-src data: blob:',
        "base-uri 'none'",
        "form-action 'none'",
      ].join('; ');
      const html = text(page.source)
        .replace(/<script[^>]*src=[^>]*><\/script>/g, '')
        .replace(/<link[^>]*rel="stylesheet"[^>]*>/g, '')
        .replace(
          '<meta charset="utf-8" />',
          () =>
            `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
        )
        .replace('</head>', () => `<style>${css}</style></head>`)
        .replace('</body>', () => `<script type="module">${code}</script></body>`);
      for (const name of Object.keys(bundle)) delete bundle[name];
      this.emitFile({ type: 'asset', fileName: 'reader.html', source: html });
    },
  };
}

function text(source: string | Uint8Array): string {
  return typeof source === 'string' ? source : new TextDecoder().decode(source);
}

async function sha256(content: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(content));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}
