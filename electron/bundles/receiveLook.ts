import { stat } from 'node:fs/promises';
import { unarmored } from '#shared/bundles/ageArmor.ts';
import { looksLikeAge, takeAgeHeader } from '#shared/bundles/ageHeader.ts';
import { byteReader } from '#shared/bundles/byteReader.ts';
import { fileBytes } from './readBundleSource.ts';

/** Which key a file wants, by its first lines; NOTHING: it is not sealed, perhaps a plain bag. @throws BundleError */
export async function keyWanted(path: string): Promise<'PASSPHRASE' | 'IDENTITY' | 'OTHER' | 'NOTHING'> {
  if ((await stat(path)).isDirectory()) return 'NOTHING';
  const first = byteReader(fileBytes(path));
  try {
    if (!looksLikeAge(await first.take(64))) return 'NOTHING';
  } finally {
    await first.close();
  }
  const reader = byteReader(unarmored(fileBytes(path)));
  try {
    return (await takeAgeHeader(reader)).opensWith;
  } finally {
    await reader.close();
  }
}
