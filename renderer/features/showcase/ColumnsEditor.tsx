import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Exhibition } from '#shared/showcase/contract.ts';
import { COLUMN_KINDS, type ColumnInput, type ColumnKind } from '#shared/showcase/exhibition.ts';
import { Deeds } from '../../components/Deeds.tsx';
import { useProblems } from '../../components/problems.ts';
import type { VersionedEdit } from '../../components/versionedEdit.ts';
import { useT } from '../../translations.ts';
import { AddPanelsSheet } from './AddPanelsSheet.tsx';
import { ColumnCard } from './ColumnCard.tsx';
import classes from './ColumnsEditor.module.css';
import type { ExhibitionValues } from './useExhibitionEdit.ts';

/** The columns of an exhibition in their order, each with its panels. Every change is saved at once and can be undone. */
export function ColumnsEditor({
  exhibition,
  edit,
}: {
  exhibition: Exhibition;
  edit: VersionedEdit<ExhibitionValues>;
}) {
  const t = useT();
  const words = t.showcase.exhibitions;
  const report = useProblems();
  const [adding, setAdding] = useState<number | null>(null);
  const change = (next: (columns: ColumnInput[]) => ColumnInput[]) =>
    edit((values) => ({ ...values, columns: next(values.columns) }));
  const changeOne = (at: number, next: (column: ColumnInput) => ColumnInput) =>
    change((columns) => columns.map((column, index) => (index === at ? next(column) : column)));
  const addColumn = (kind: ColumnKind) =>
    void change((columns) => [
      ...columns,
      { id: null, kind, title: t.showcase.terms.columnKinds[kind], titleEn: '', panelIds: [] },
    ]).catch(report);
  const placed = new Set(exhibition.columns.flatMap(({ panels }) => panels.map(({ id }) => id)));
  return (
    <section aria-label={words.columns}>
      <div className={classes.head}>
        <h2 className={classes.title}>{words.columns}</h2>
        <Deeds>
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="default" size="xs" leftSection={<IconPlus size={14} stroke={1.5} />}>
                {words.addColumn}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {COLUMN_KINDS.map((kind) => (
                <Menu.Item key={kind} onClick={() => addColumn(kind)}>
                  {t.showcase.terms.columnKinds[kind]}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </Deeds>
      </div>
      <div className={classes.columns}>
        {exhibition.columns.map((column, at) => (
          <ColumnCard
            key={column.id}
            column={column}
            onChange={(next) => changeOne(at, next)}
            onRemove={() =>
              void change((columns) => columns.filter((_, index) => index !== at)).catch(report)
            }
            onAdd={() => setAdding(at)}
          />
        ))}
      </div>
      {adding !== null && (
        <AddPanelsSheet
          placed={placed}
          onClose={() => setAdding(null)}
          onAdd={(ids) => {
            setAdding(null);
            void changeOne(adding, (column) => ({ ...column, panelIds: [...column.panelIds, ...ids] })).catch(
              report,
            );
          }}
        />
      )}
    </section>
  );
}
