import type { BagFindings } from './bagFindings.ts';
import type { BagProfile } from './bagHead.ts';
import { BundleError } from './bundleError.ts';
import { collisionKey, nameProblem, visibleName } from './names.ts';

/**
 * Watches the paths of one bag go by. Two names that are one file on some system, or a file where a folder is: refused in
 * a bundle, a warning in other bags (which then are verified but not unpacked). Names Windows cannot keep: a warning.
 */
export function nameCheck(profile: BagProfile, findings: BagFindings): (path: string) => void {
  const files = new Set<string>();
  const folders = new Set<string>();

  return (path) => {
    const key = collisionKey(path);
    const collides = files.has(key) || folders.has(key) || foldersOf(key).some((folder) => files.has(folder));
    if (collides && profile === 'strict')
      throw new BundleError('REFUSED_ENTRY', { entry: visibleName(path), rule: 'NAMES_COLLIDE' });
    if (collides) findings.warning('NAMES_COLLIDE', visibleName(path));
    files.add(key);
    for (const folder of foldersOf(key)) folders.add(folder);
    if (profile === 'strict') return;
    const odd = path
      .split('/')
      .map(nameProblem)
      .find((problem) => problem !== null && problem !== 'NAME_TOO_LONG');
    if (odd !== undefined) findings.warning('NAME_NOT_PORTABLE', visibleName(path), odd ?? '');
  };
}

function foldersOf(key: string): string[] {
  const folders: string[] = [];
  for (let slash = key.indexOf('/'); slash !== -1; slash = key.indexOf('/', slash + 1))
    folders.push(key.slice(0, slash));
  return folders;
}
