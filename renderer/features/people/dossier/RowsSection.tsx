import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Dossier.module.css';

/** One of the three lists of a dossier: its title, "add", the table or what to do while it is empty. */
export function RowsSection({
  title,
  add,
  empty,
  count,
  columns,
  children,
  onAdd,
}: {
  title: string;
  add: string;
  empty: string;
  count: number;
  columns: readonly string[];
  children: ReactNode;
  onAdd: () => void;
}) {
  return (
    <section aria-label={title}>
      <div className={classes.head}>
        <h2 className={classes.title}>{title}</h2>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} stroke={1.5} aria-hidden="true" />}
          onClick={onAdd}
        >
          {add}
        </Button>
      </div>
      {count === 0 ? (
        <p className={classes.none}>{empty}</p>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      )}
    </section>
  );
}

/** The first cell of a row opens it. */
export function OpenRow({ label, onOpen }: { label: string; onOpen: () => void }) {
  return (
    <button type="button" className={classes.open} onClick={onOpen}>
      {label}
    </button>
  );
}
