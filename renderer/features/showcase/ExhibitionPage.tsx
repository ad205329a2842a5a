import { Button } from '@mantine/core';
import { IconDeviceUsb, IconEye } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { Exhibition } from '#shared/showcase/contract.ts';
import { api, client } from '../../api.ts';
import { Deeds } from '../../components/Deeds.tsx';
import { ItemLayout } from '../../components/ItemLayout/ItemLayout.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { RemoveItem } from '../../components/RemoveItem/RemoveItem.tsx';
import { useT } from '../../translations.ts';
import { ColumnsEditor } from './ColumnsEditor.tsx';
import { ExhibitionFacts } from './ExhibitionFacts.tsx';
import { PackList } from './PackList.tsx';
import { useExhibitionEdit } from './useExhibitionEdit.ts';

const PreviewDialog = lazy(async () => ({
  default: (await import('./PreviewDialog.tsx')).PreviewDialog,
}));
const ExportSheet = lazy(async () => ({ default: (await import('./ExportSheet.tsx')).ExportSheet }));

/** One exhibition: its columns and panels, its preview, and the packs made of it. */
export function ExhibitionPage() {
  const { exhibitionId = '' } = useParams({ strict: false });
  const exhibition = useQuery(api.exhibitions.get.queryOptions({ input: { id: exhibitionId } }));
  if (exhibition.data === undefined) return <ErrorProblems error={exhibition.error} />;
  return <OpenExhibition key={exhibitionId} exhibition={exhibition.data} />;
}

function OpenExhibition({ exhibition }: { exhibition: Exhibition }) {
  const t = useT();
  const edit = useExhibitionEdit(exhibition);
  const [shown, setShown] = useState<'preview' | 'export' | null>(null);
  const close = () => setShown(null);
  return (
    <ItemLayout
      item={exhibition}
      list={{ to: '/showcase', name: t.showcase.exhibitions.title }}
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconEye size={16} stroke={1.5} />}
            onClick={() => setShown('preview')}
          >
            {t.showcase.preview.open}
          </Button>
          <Button leftSection={<IconDeviceUsb size={16} stroke={1.5} />} onClick={() => setShown('export')}>
            {t.showcase.export.open}
          </Button>
          {exhibition.packs.length === 0 && (
            <RemoveItem
              item={exhibition}
              label={t.showcase.exhibitions.remove}
              help={t.showcase.exhibitions.removeHelp}
              remove={(input) => client.exhibitions.remove(input)}
              to="/showcase"
              needsReason
            />
          )}
        </>
      }
      facts={<ExhibitionFacts exhibition={exhibition} edit={edit} />}
    >
      <ColumnsEditor exhibition={exhibition} edit={edit} />
      <Deeds>
        <PackList packs={exhibition.packs} />
      </Deeds>
      <Suspense>
        {shown === 'preview' && <PreviewDialog exhibition={exhibition} onClose={close} />}
        {shown === 'export' && <ExportSheet exhibition={exhibition} onClose={close} />}
      </Suspense>
    </ItemLayout>
  );
}
