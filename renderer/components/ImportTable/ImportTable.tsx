import { Button } from '@mantine/core';
import { IconTableImport } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import type { TableKind } from '#shared/sheets/tableColumns.ts';
import { useT } from '../../translations.ts';

const ImportTableSheet = lazy(async () => ({
  default: (await import('./ImportTableSheet.tsx')).ImportTableSheet,
}));

/** "Import a table" of units or people. */
export function ImportTable({ kind }: { kind: TableKind }) {
  const t = useT();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconTableImport size={16} stroke={1.5} aria-hidden="true" />}
        onClick={() => setIsOpen(true)}
      >
        {t.tables.import}
      </Button>
      {isOpen && (
        <Suspense>
          <ImportTableSheet kind={kind} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
