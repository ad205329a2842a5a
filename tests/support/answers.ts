import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Encrypter } from 'age-encryption';
import { type OpenedBundle, openBundle } from '#electron/bundles/openBundle.ts';
import { nodeHasher } from '#electron/bundles/readBundleHash.ts';
import { type AnswerJson, writeAnswer } from '#shared/bundles/answer.ts';
import { MANIFEST } from '#shared/bundles/bagParts.ts';
import { type MaturityForm, maturityFormOf } from '#shared/bundles/form.ts';
import { digestOf } from '#shared/bundles/hashes.ts';
import { joinBytes } from '#shared/bundles/text.ts';
import { newId } from '#shared/ids.ts';
import type { SheetFields } from '#shared/outcomes/scoreSheet.ts';
import type { TestApp } from './openTestApp.ts';

export type ReceivedForm = { opened: OpenedBundle; form: MaturityForm; manifest: string };

/** Opens a sent bundle as its receiver does, and takes the form out of it. */
export async function receiveForm(app: TestApp, address: string, passphrase: string): Promise<ReceivedForm> {
  const answer = app.app.openFile(address);
  if (!answer) throw new Error('nothing is offered there');
  const path = join(app.folder, `${newId()}.mengbu`);
  writeFileSync(path, await answer.read(0, answer.size));
  let manifest = '';
  const opened = await openBundle(
    path,
    { passphrase },
    {
      onHead: ({ files }) => {
        manifest = digestOf(nodeHasher, 'sha256', files.get(MANIFEST) ?? new Uint8Array(0));
      },
    },
  );
  const form = maturityFormOf(opened.report.bundle?.form);
  if (!form) throw new Error('the bundle carries no form');
  return { opened, form, manifest };
}

export function answerTo(
  { opened, form, manifest }: ReceivedForm,
  { scores, opinion }: SheetFields,
): AnswerJson {
  const { bundle } = opened.report;
  return {
    format: 'mengbu-answer',
    version: 1,
    id: newId(),
    answeredAt: '2026-11-20T03:00:00.000Z',
    bundle: { id: bundle?.id ?? '', manifest, copy: bundle?.recipient.copy ?? 0 },
    code: form.code,
    form: {
      kind: 'MATURITY_SHEET',
      clear: true,
      opinion,
      scores: scores.map(({ indicator, halves, evidence }) => ({ indicator, halves: halves ?? 0, evidence })),
    },
  };
}

/** Sealed as the reader seals it, in base64. `change` may spoil the plain tar before. */
export async function sealedAnswer(
  answer: AnswerJson,
  recipient: string,
  change: (tar: Uint8Array<ArrayBuffer>) => void = () => undefined,
): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeAnswer(answer, nodeHasher)) pieces.push(piece);
  const tar = joinBytes(pieces);
  change(tar);
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return Buffer.from(await encrypter.encrypt(tar)).toString('base64');
}
