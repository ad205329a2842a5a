import { Button } from '@mantine/core';
import { IconListDetails } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useT } from '../../../translations.ts';

const CatalogueDialog = lazy(async () => ({
  default: (await import('./CatalogueDialog.tsx')).CatalogueDialog,
}));

/** "Import by catalogue" of the archive. */
export function ImportCatalogue() {
  const t = useT();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconListDetails size={18} stroke={1.5} aria-hidden="true" />}
        onClick={() => setIsOpen(true)}
      >
        {t.catalogues.open}
      </Button>
      {isOpen && (
        <Suspense>
          <CatalogueDialog onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
