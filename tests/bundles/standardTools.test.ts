import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyBundle } from '#electron/bundles/openBundle.ts';
import { writeBundle } from '#electron/bundles/writeBundle.ts';
import { newSigningKey } from '#shared/bundles/sshKey.ts';
import { samplePlan } from './samplePlan.ts';

const missing = ['age', 'tar', 'ssh-keygen'].filter(
  (program) => spawnSync(program, ['--version']).error !== undefined,
);

/** Anybody with stock programs opens a bundle, and we open what they make. */
describe.skipIf(missing.length > 0)(
  `with stock programs (skipped where one is not installed; missing here: ${missing.join(', ') || 'none'})`,
  () => {
    let folder = '';
    let identity = '';
    let recipient = '';
    let bag = '';
    const key = newSigningKey();

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'mengbu-stock-'));
      identity = await generateX25519Identity();
      recipient = await identityToRecipient(identity);
      writeFileSync(join(folder, 'key.txt'), `${identity}\n`);
      const files = [
        { name: '100%.txt', bytes: Buffer.from('percent') },
        { name: '会议纪要：第一次.docx', bytes: Buffer.alloc(300_000, 5) },
        { name: 'x'.repeat(140), bytes: Buffer.alloc(0) },
      ];
      const sample = samplePlan([files], recipient);
      const path = join(folder, 'x.mengbu');
      const { id } = await writeBundle(sample.plan, sample.open, {
        path,
        key,
        to: { recipients: [recipient] },
      });
      execFileSync('sh', ['-c', 'age -d -i key.txt x.mengbu | tar x'], { cwd: folder });
      bag = join(folder, id);
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    it('an independent reading of RFC 8493 finds every byte', () => {
      expect(readFileSync(join(bag, 'bagit.txt'), 'utf8')).toBe(
        'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
      );
      const listed = manifestLines('manifest-sha256.txt');
      const present = readdirSync(bag, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(bag.length + 1));
      expect(present.filter((path) => path.startsWith('data/')).sort()).toEqual([...listed.keys()].sort());
      const tags = manifestLines('tagmanifest-sha256.txt');
      for (const [path, hash] of [...listed, ...tags])
        expect(
          createHash('sha256')
            .update(readFileSync(join(bag, path)))
            .digest('hex'),
          path,
        ).toBe(hash);
      expect([...tags.keys()].sort()).toEqual(['bag-info.txt', 'bagit.txt', 'manifest-sha256.txt']);
    });

    function manifestLines(name: string): Map<string, string> {
      const lines = readFileSync(join(bag, name), 'utf8').trimEnd().split('\n');
      return new Map(lines.map((line) => [line.slice(66).replaceAll('%25', '%'), line.slice(0, 64)]));
    }

    it('ssh-keygen accepts the signature by the line the index page prints', () => {
      const page = readFileSync(join(bag, 'data/index.html'), 'utf8');
      const line = /SENDER namespaces=[^<]*/.exec(page)?.[0].replaceAll('&#34;', '"') ?? '';
      writeFileSync(join(folder, 'allowed'), `${line.split('\n')[0]}\n`);
      const args = [
        '-Y',
        'verify',
        '-f',
        join(folder, 'allowed'),
        '-I',
        'SENDER',
        '-n',
        'mengbu-bundle',
        '-s',
        'tagmanifest-sha256.txt.sig',
      ];
      const input = readFileSync(join(bag, 'tagmanifest-sha256.txt'));
      expect(execFileSync('ssh-keygen', args, { cwd: bag, input, encoding: 'utf8' })).toContain(
        'Good "mengbu-bundle" signature',
      );
      expect(spawnSync('ssh-keygen', args, { cwd: bag, input: `${input} ` }).status).not.toBe(0);
    });

    it('we verify what they pack again: a plain tar, and a sealed one without other keys', async () => {
      const name = bag.slice(folder.length + 1);
      execFileSync('tar', ['cf', 'plain.tar', '--format=pax', name], { cwd: folder });
      expect(await verifyBundle(join(folder, 'plain.tar'), {})).toMatchObject({
        whole: true,
        container: 'tar',
        profile: 'strict',
      });
      const options = '--format=pax --pax-option=delete=atime,delete=ctime';
      execFileSync('sh', ['-c', `tar c ${options} ${name} | age -r ${recipient} > again.mengbu`], {
        cwd: folder,
      });
      expect(await verifyBundle(join(folder, 'again.mengbu'), { identities: [identity] })).toMatchObject({
        whole: true,
        container: 'sealed',
      });
    });
  },
);
