import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { Level } from '#shared/confidentiality/levels.ts';
import type { Term } from '#shared/confidentiality/terms.ts';
import { useProblems } from '../../../components/problems.ts';
import { host, type PickedFiles } from '../../../host/host.ts';

const ImportDialog = lazy(async () => ({ default: (await import('./ImportDialog.tsx')).ImportDialog }));

/** The record that files are to be added to. */
export type ImportInto = { id: string; title: string; level: Level; term: Term };

/** Ways into an import: what was dropped, pasted or picked, then the questions. Its code is read when it is first asked for. */
export function useImportDialog(into: ImportInto | null = null) {
  const [picked, setPicked] = useState<Promise<PickedFiles | null> | null>(null);
  const report = useProblems();
  const ask = (files: Promise<PickedFiles | null>) => {
    files.catch((error: unknown) => {
      setPicked(null);
      report(error);
    });
    setPicked(files);
  };
  const pickFiles = async () => {
    try {
      const files = await host.pickFiles({ endings: [], many: true });
      if (files !== null) ask(Promise.resolve(files));
    } catch (error) {
      report(error);
    }
  };
  const pickFolder = async () => {
    try {
      const folder = await host.pickFolder('import');
      if (folder !== null) ask(Promise.resolve({ kind: 'places', places: [folder] }));
    } catch (error) {
      report(error);
    }
  };
  const dialog: ReactNode = picked !== null && (
    <Suspense>
      <ImportDialog picked={picked} into={into} onClose={() => setPicked(null)} />
    </Suspense>
  );
  return { ask, pickFiles: () => void pickFiles(), pickFolder: () => void pickFolder(), dialog };
}
