import type { BagMember } from './bagParts.ts';
import { BundleError } from './bundleError.ts';
import { visibleName } from './names.ts';
import type { TarProfile } from './tarHeader.ts';
import { readTar } from './tarReader.ts';

/** The files of a tar that holds one bag in one folder. Throws a BundleError (REFUSED_ENTRY 'SECOND_ROOT'). */
export async function* tarBagMembers(
  source: AsyncIterable<Uint8Array>,
  profile: TarProfile,
): AsyncGenerator<BagMember, void> {
  let root: string | null = null;
  for await (const { path, kind, size, body } of readTar(source, profile)) {
    if (path === '.' || path === '') continue;
    const slash = path.indexOf('/');
    const first = slash === -1 ? path : path.slice(0, slash);
    root ??= first;
    if (first !== root || (slash === -1 && kind === 'file'))
      throw new BundleError('REFUSED_ENTRY', { entry: visibleName(path), rule: 'SECOND_ROOT' });
    if (kind === 'file') yield { root, path: path.slice(slash + 1), size, body };
  }
}
