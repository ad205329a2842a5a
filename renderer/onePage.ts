import type { Plugin } from 'vite';

/**
 * Makes a build one page without anything beside it: script and style stand in it and are named by their hash in its policy, so
 * that nothing else runs and nothing else is loaded. It opens from a stick or a mail.
 *
 * @param fileName of the page
 * @param allowed what the policy lets the page do beyond its own script and style
 */
export function onePage(fileName: string, allowed: readonly string[], scriptSources = ''): Plugin {
  return {
    name: 'one-page',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      const page = Object.values(bundle).find((file) => file.fileName.endsWith('.html'));
      const script = Object.values(bundle).find(
        (file) => file.type === 'chunk' && file.fileName.endsWith('.js'),
      );
      const style = Object.values(bundle).find((file) => file.fileName.endsWith('.css'));
      if (
        page?.type !== 'asset' ||
        script?.type !== 'chunk' ||
        style?.type !== 'asset' ||
        Object.keys(bundle).length !== 3
      )
        throw new Error(
          `${fileName} must become one page, one script, one style: ${Object.keys(bundle).join(', ')}`,
        );
      const code = `\n${script.code.trim().replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')}\n`;
      const css = `\n${text(style.source).trim()}\n`;
      const policy = [
        "default-src 'none'",
        `script-src 'sha256-${await sha256(code)}'${scriptSources}`,
        `style-src 'sha256-${await sha256(css)}'`,
        ...allowed,
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
      this.emitFile({ type: 'asset', fileName, source: html });
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
