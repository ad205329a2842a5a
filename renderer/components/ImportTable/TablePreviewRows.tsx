import type { TablePreview, TableRow } from '#shared/sheets/tablesContract.ts';
import { problemText } from '#shared/translations/problemText.ts';
import { useT } from '../../translations.ts';
import type { Column } from '../VirtualTable/VirtualTable.tsx';
import classes from './ImportTable.module.css';
import { PreviewRows } from './PreviewRows.tsx';

const STATUSES = ['NEW', 'BAD', 'EXISTS', 'TWICE'] as const;

/** Row by row what would come in and what would not, and why. */
export function TablePreviewRows({ preview }: { preview: TablePreview }) {
  const t = useT();
  const words = t.tables;
  const columns: Column<TableRow>[] = [
    {
      key: 'problems',
      label: words.columns.problems,
      width: 320,
      cell: ({ problems, detail }) =>
        problems.length === 0 ? (
          <span className={classes.quiet}>{detail in t.members.roles ? '' : detail}</span>
        ) : (
          <span title={problems.map((problem) => problemText(t, problem)).join('\n')}>
            {problems.map((problem) => problemText(t, problem)).join(' ')}
          </span>
        ),
    },
  ];
  return (
    <section aria-label={words.columns.status}>
      <PreviewRows
        label={words.columns.status}
        rows={preview.rows}
        counts={preview.counts}
        statuses={STATUSES}
        names={words.statuses}
        labels={words.columns}
        columns={columns}
        unknownColumns={preview.unknownColumns}
      >
        {preview.counts.NEW === 0 && <p>{words.nothing}</p>}
      </PreviewRows>
    </section>
  );
}
