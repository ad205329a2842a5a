import { Button } from '@mantine/core';
import { EmptyPage } from '../../../components/EmptyPage/EmptyPage.tsx';
import { useT } from '../../../translations.ts';

/** No record fits what is looked for. */
export function NothingFound({ removed, onClear }: { removed: boolean; onClear: () => void }) {
  const t = useT();
  if (removed) return <EmptyPage title={t.records.list.nothingRemoved} />;
  return (
    <EmptyPage
      title={t.records.list.nothingFound}
      action={
        <Button variant="default" onClick={onClear}>
          {t.records.list.clearFilters}
        </Button>
      }
    >
      {t.records.list.nothingFoundHelp}
    </EmptyPage>
  );
}
