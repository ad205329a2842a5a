import { cpSync, existsSync, globSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Everything that runs in Node becomes one flat folder: entries `name.js`, what they share `name-hash.js` beside them,
 * so that `new URL('./storeWorker.js', import.meta.url)` names the worker from whichever file it was bundled into.
 */
const entries = [
  'electron/main.ts',
  'electron/serve.ts',
  'electron/cli.ts',
  'electron/start.ts',
  'electron/desktop/serviceProcess.ts',
  'electron/loopback/serviceChild.ts',
  ...globSync(['db/**/*Worker.ts', 'electron/**/*Worker.ts'], { cwd: root }),
];

/** Natives stay in node_modules, where their binaries lie; all else is bundled. */
const external = ['electron', 'better-sqlite3', 'sharp', 'sodium-native'];

/** What the code reads at run time, by the folder beside the bundle where it looks for it. */
const data = {
  migrations: 'db/migrations',
  'pdf/cmaps': 'node_modules/pdfjs-dist/cmaps',
  'pdf/standard_fonts': 'node_modules/pdfjs-dist/standard_fonts',
  ...fonts('400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf', 'LICENSE_FONT'),
};

export default defineConfig({
  root,
  plugins: [copyData()],
  // What stands in public/ belongs to the screens.
  publicDir: false,
  environments: {
    node: {
      consumer: 'server',
      // Bundled packages of the older kind ask for it: there is none in a module.
      define: { __dirname: 'import.meta.dirname' },
      resolve: { noExternal: true, external, conditions: ['node', 'import', 'default'] },
      build: {
        outDir: 'out/electron',
        emptyOutDir: true,
        target: 'node24',
        minify: false,
        ssr: true,
        rolldownOptions: {
          input: inputs(entries),
          output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        },
      },
    },
    // A sandboxed preload must be one CommonJS file.
    preload: {
      consumer: 'server',
      resolve: { noExternal: true, external: ['electron'] },
      build: {
        outDir: 'out/electron',
        emptyOutDir: false,
        target: 'chrome140',
        minify: false,
        ssr: true,
        rolldownOptions: {
          input: inputs(['electron/desktop/preload.ts']),
          output: { format: 'cjs', entryFileNames: '[name].cjs' },
        },
      },
    },
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['node', 'preload']) {
        const environment = builder.environments[name];
        if (environment !== undefined) await builder.build(environment);
      }
    },
  },
});

function copyData(): Plugin {
  return {
    name: 'copy-data',
    applyToEnvironment: (environment) => environment.name === 'node',
    writeBundle({ dir }) {
      if (dir === undefined) return;
      for (const [to, from] of Object.entries(data)) {
        cpSync(resolve(root, from), resolve(dir, to), { recursive: true });
      }
    },
  };
}

/** What papers and the sample's pictures are set in, and its licence (OFL 1.1). */
function fonts(...files: readonly string[]): Record<string, string> {
  const folder = 'node_modules/@expo-google-fonts/noto-sans-sc';
  return Object.fromEntries(files.map((file) => [`fonts/${basename(file)}`, `${folder}/${file}`]));
}

/** Output name to source file, without what does not exist. */
function inputs(files: readonly string[]): Record<string, string> {
  const found = files.map((file) => resolve(root, file)).filter((file) => existsSync(file));
  return Object.fromEntries(found.map((file) => [basename(file, '.ts'), file]));
}
