import { armor } from 'age-encryption';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unarmored } from '#shared/bundles/ageArmor.ts';

async function read(text: string | Uint8Array, cut = 1000): Promise<Buffer> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : Buffer.from(text);
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += cut) yield bytes.subarray(at, at + cut);
  }
  const found: Uint8Array[] = [];
  for await (const piece of unarmored(pieces())) found.push(piece);
  return Buffer.concat(found);
}

test('gives the bytes of what the library armors, however the text is cut and its lines end', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 400 }),
      fc.nat(70),
      fc.boolean(),
      async (bytes, cut, isCrLf) => {
        const text = armor.encode(bytes);
        expect(await read(isCrLf ? text.replaceAll('\n', '\r\n') : text, cut + 1)).toEqual(
          Buffer.from(bytes),
        );
      },
    ),
  );
});

test('leaves everything else as it is', async () => {
  for (const text of [
    '',
    'age-encryption.org/v1\n-> X25519 a\n',
    '-----BEGIN AGE ENCRYPTED',
    'x'.repeat(5000),
  ])
    expect((await read(text, 7)).toString()).toBe(text);
});

test.each([
  ['cut before its last line', (text: string) => text.slice(0, -40)],
  ['cut in its last line', (text: string) => text.slice(0, -3)],
  ['a line too long', (text: string) => text.replace('\n', '\nAAAA').replace('AAAA', 'AAAAAAAA')],
  ['a short line in the middle', (text: string) => text.replace('\n', '\nAAAA\n')],
  ['no base64', (text: string) => text.replace(/\n./, '\n!')],
  ['something behind it', (text: string) => `${text}more`],
  ['something behind its first line', (text: string) => text.replace('\n', ' more\n')],
])('%s is damage', async (_what, spoil) => {
  const text = armor.encode(new Uint8Array(200).fill(7));
  await expect(read(spoil(text))).rejects.toMatchObject({ code: 'DAMAGED', data: { rule: 'AGE_ARMOR' } });
});
