import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import type { ImportPlan } from '#shared/records/importsContract.ts';
import type { PanelPicture } from '#shared/showcase/panel.ts';
import { importPlan } from '../support/importPlan.ts';
import { makeExhibition, makePanel, panelFields, publish } from '../support/panels.ts';
import type { Bench } from './bench.ts';
import { longestBlock, timed } from './measure.ts';
import { photoFolder } from './photos.ts';
import { type BenchVault, makeVault, openVaultIn } from './vaults.ts';

const PICTURES_OF_PANEL = 5;
const [WIDTH, HEIGHT] = [2048, 1536];

/** An exhibition's pack, every file of it read back and held against the vault, against drawing its pictures alone. */
export const packs: Bench = {
  name: 'packs',
  async run(run) {
    const panels = run.size === 'small' ? 10 : 200;
    const count = panels * PICTURES_OF_PANEL;
    const photos = await photoFolder(count, WIDTH, HEIGHT);
    const place = join(run.folder, 'packs');
    await makeVault(place, 0);
    const vault = await openVaultIn(place);
    try {
      await vault.vault.remembered;
      const exhibition = await fillExhibition(vault, photos, panels);
      run.say(`packs: ${panels} panels with ${count} pictures are published`);
      const beside = await timed(() => drawAll(photos));
      const target = join(run.folder, 'stick');
      mkdirSync(target);
      let ours = 0;
      const block = await longestBlock(async () => {
        ours = await timed(() => exportPack(vault, exhibition, target));
      });
      return [
        {
          what: `pack of ${panels} panels with ${count} pictures, tested for leaks`,
          ours: ours / 1000,
          beside: beside / 1000,
          against: `sharp alone, both sizes of each picture, ${availableParallelism()} at a time`,
          unit: 's',
          goal: null,
        },
        {
          what: 'longest block, while writing the pack',
          ours: block,
          beside: null,
          against: '',
          unit: 'ms',
          goal: { most: 20, of: 'ours' },
        },
      ];
    } finally {
      await vault.close();
    }
  },
};

async function exportPack({ app, client }: BenchVault, id: string, target: string): Promise<void> {
  const place = app.places.grant(target, 'folder').token;
  const { jobId } = await client.exhibitions.export({ id, place, expiresOn: null });
  await client.exhibitions.wait({ jobId });
}

async function fillExhibition(vault: BenchVault, photos: string, panels: number): Promise<string> {
  const { client } = vault;
  const pictures = await filePictures(vault, photos);
  const panelIds: string[] = [];
  for (let panel = 0; panel < panels; panel++) {
    const own = pictures.slice(panel * PICTURES_OF_PANEL, (panel + 1) * PICTURES_OF_PANEL);
    const { id } = await makePanel(client, panelFields({ title: `第${panel + 1}项成果` }), own);
    await publish(client, id);
    panelIds.push(id);
  }
  const { id } = await makeExhibition(client, panelIds);
  return id;
}

/** Files the photos as public records, one each; gives them as panels cite them. */
async function filePictures({ app, client }: BenchVault, photos: string): Promise<PanelPicture[]> {
  const places = [app.places.grant(photos, 'folder').token];
  const { id } = await client.imports.begin({ plan: PLAN, places });
  for (;;) {
    const { state } = await client.imports.get({ id });
    if (state === 'DONE') break;
    if (state !== 'LISTING' && state !== 'RUNNING') throw new Error(`the import is ${state}`);
    await new Promise((done) => setTimeout(done, 50));
  }
  const { ids } = await client.records.ids({ query: {} });
  const cited: PanelPicture[] = [];
  for (const recordId of ids) {
    const { files } = await client.records.get({ id: recordId });
    for (const { id: fileId, sha256 } of files)
      cited.push({ recordId, fileId, sha256, caption: '', captionEn: '' });
  }
  return cited;
}

const PLAN: ImportPlan = importPlan({ level: 'PUBLIC' });

/** The bare drawing of the pack: each picture large and small, as the booth shows it. */
async function drawAll(photos: string): Promise<void> {
  const files = readdirSync(photos).map((name) => join(photos, name));
  const draw = async (): Promise<void> => {
    for (let file = files.pop(); file !== undefined; file = files.pop()) {
      const bytes = readFileSync(file);
      for (const edge of [2560, 640])
        await sharp(bytes)
          .autoOrient()
          .resize(edge, edge, { fit: 'inside', withoutEnlargement: true })
          .jpeg({ quality: 82 })
          .toBuffer();
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, draw));
}
