import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { ed25519 } from '@noble/curves/ed25519.js';
import { describe, expect, it } from 'vitest';
import { openBundle } from '#electron/bundles/openBundle.ts';
import { nodeHasher } from '#electron/bundles/readBundleHash.ts';
import { composeBag } from '#shared/bundles/composeBag.ts';
import { parsePublicKeyLine, publicKeyLine, type SigningKey } from '#shared/bundles/sshKey.ts';
import { writeTar } from '#shared/bundles/tarWriter.ts';
import { allBytes } from '../shared/bundles/collect.ts';
import { samplePlan } from './samplePlan.ts';

/**
 * A bundle as version 1 of the format was released, made by this program's own writer and never changed since: every
 * later version opens it. Before the release MENGBU_WRITE_GOLDEN=1 makes it anew.
 */
const GOLDEN = new URL('./golden/format-1.tar.gz', import.meta.url);
const secret = new Uint8Array(createHash('sha256').update('golden bundle, version 1').digest());
const key: SigningKey = { secret, publicKey: ed25519.getPublicKey(secret), comment: '' };

describe('the golden bundle of format version 1', () => {
  it.runIf(process.env.MENGBU_WRITE_GOLDEN === '1')(
    'is written (only with MENGBU_WRITE_GOLDEN=1)',
    async () => {
      const files = [
        { name: '扫描件 第一页.jpg', bytes: Buffer.from('not really a picture') },
        { name: 'aux.txt', bytes: Buffer.alloc(0) },
      ];
      const { plan, open } = samplePlan([files, []]);
      const tar = await allBytes(writeTar(composeBag(plan, key, nodeHasher).sources(open)));
      writeFileSync(GOLDEN, gzipSync(tar, { level: 9 }));
    },
  );

  it('opens whole, signed, with all it holds', async () => {
    const tar = gunzipSync(readFileSync(GOLDEN));
    const opened = await openBundle(
      {
        async *read() {
          yield tar;
        },
      },
      {},
    );
    expect(opened.report).toMatchObject({
      whole: true,
      profile: 'strict',
      problems: [],
      warnings: [],
      signature: { state: 'VALID', publicKey: publicKeyLine(key.publicKey) },
      bundle: {
        version: 1,
        sender: { unit: '肿瘤产学研转化联合体' },
        counts: { items: 3, files: 2, bytes: 20 },
      },
    });
    expect(opened.items.map(({ kind, title }) => [kind, title])).toEqual([
      ['record', '试验记录 1 <b>&"\''],
      ['record', '试验记录 2 <b>&"\''],
      ['project', '样本库建设'],
    ]);
    const [file] = opened.items[0]?.files ?? [];
    expect(Buffer.from(await allBytes(opened.readFile(file?.path ?? ''))).toString()).toBe(
      'not really a picture',
    );
    expect(parsePublicKeyLine(opened.report.bundle?.sender.signingKey ?? '')).toEqual(key.publicKey);
  });
});
