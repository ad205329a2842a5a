import { Button } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { usePresenting } from '../../session.ts';
import { useT } from '../../translations.ts';
import { IconButton } from '../IconButton/IconButton.tsx';
import classes from './RowTable.module.css';

export type RowColumn<Row> = { key: string; label: string; cell: (row: Row) => ReactNode; width?: string };

/** Rows that belong to a thing: a short table with its title, what stands beside it, and the deeds on each row. */
export function RowTable<Row extends { id: string }>({
  title,
  lead,
  beside,
  add,
  onAdd,
  none,
  rows,
  columns,
  nameOf,
  onEdit,
  onRemove,
}: {
  title: string;
  lead?: string;
  beside?: ReactNode;
  add?: string;
  onAdd?: (() => void) | undefined;
  none: string;
  rows: readonly Row[];
  columns: readonly RowColumn<Row>[];
  /** What a row is called when a button acts on it. */
  nameOf: (row: Row) => string;
  onEdit?: ((row: Row) => void) | undefined;
  onRemove?: ((row: Row) => void) | undefined;
}) {
  const t = useT();
  const id = useId();
  const isRead = usePresenting();
  const acts = !isRead && (onEdit !== undefined || onRemove !== undefined);
  return (
    <section aria-labelledby={id} className={classes.section}>
      <div className={classes.head}>
        <h2 id={id} className={classes.title}>
          {title}
        </h2>
        <span className={classes.beside}>{beside}</span>
        {onAdd !== undefined && !isRead && (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} stroke={1.5} />}
            onClick={onAdd}
          >
            {add}
          </Button>
        )}
      </div>
      {lead !== undefined && <p className={classes.lead}>{lead}</p>}
      {rows.length === 0 ? (
        <p className={classes.none}>{none}</p>
      ) : (
        <div className={classes.scroller}>
          <table className={classes.table}>
            <thead>
              <tr>
                {columns.map(({ key, label, width }) => (
                  <th key={key} scope="col" style={width === undefined ? undefined : { width }}>
                    {label}
                  </th>
                ))}
                {acts && (
                  <th scope="col" className={classes.acts}>
                    <span className={classes.unseen}>{t.actions.edit}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  {columns.map(({ key, cell }) => (
                    <td key={key}>{cell(row)}</td>
                  ))}
                  {acts && (
                    <td className={classes.acts}>
                      {onEdit !== undefined && (
                        <IconButton
                          label={`${t.actions.edit}${t.formats.colon}${nameOf(row)}`}
                          size={26}
                          onClick={() => onEdit(row)}
                        >
                          <IconPencil size={14} stroke={1.5} />
                        </IconButton>
                      )}
                      {onRemove !== undefined && (
                        <IconButton
                          label={`${t.actions.remove}${t.formats.colon}${nameOf(row)}`}
                          size={26}
                          onClick={() => onRemove(row)}
                        >
                          <IconTrash size={14} stroke={1.5} />
                        </IconButton>
                      )}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
