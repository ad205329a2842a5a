import {
  CATALOGUE_STATUSES,
  type CataloguePreview,
  type CatalogueRow,
} from '#shared/records/catalogueContract.ts';
import { problemText } from '#shared/translations/problemText.ts';
import { PreviewRows } from '../../../components/ImportTable/PreviewRows.tsx';
import { levelColumn } from '../../../components/LevelMark/levelColumn.tsx';
import type { Column } from '../../../components/VirtualTable/VirtualTable.tsx';
import { counted } from '../../../formats.ts';
import { useT } from '../../../translations.ts';

/** Row by row what would become a record and with which files, and what would not, and why. */
export function CatalogueRows({ preview }: { preview: CataloguePreview }) {
  const t = useT();
  const words = t.catalogues;
  const remarks = ({ problems, existing }: CatalogueRow) => [
    ...problems.map((problem) => problemText(t, problem)),
    ...(existing ? [words.existing(existing.title)] : []),
  ];
  const columns: Column<CatalogueRow>[] = [
    {
      key: 'files',
      label: words.rowColumns.files,
      width: 144,
      cell: ({ files }) => <span title={files.join('\n')}>{filesText(files)}</span>,
    },
    levelColumn(t),
    {
      key: 'problems',
      label: words.rowColumns.problems,
      width: 240,
      cell: (row) => <span title={remarks(row).join('\n')}>{remarks(row).join(' ')}</span>,
    },
  ];
  return (
    <PreviewRows
      label={words.steps.check}
      rows={preview.rows}
      counts={preview.counts}
      statuses={CATALOGUE_STATUSES}
      names={words.statuses}
      labels={words.rowColumns}
      columns={columns}
      unknownColumns={preview.unknownColumns}
    >
      {preview.counts.NEW + preview.counts.BARE === 0 && <p>{words.nothing}</p>}
      {preview.files.all > 0 && (
        <p>{words.summary(counted(preview.files.all), counted(preview.files.matched))}</p>
      )}
    </PreviewRows>
  );

  /** The first by name; how many more. */
  function filesText(files: readonly string[]): string {
    const first = files[0]?.split('/').at(-1) ?? '';
    return files.length > 1 ? `${first} +${files.length - 1}` : first;
  }
}
