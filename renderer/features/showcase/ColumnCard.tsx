import { Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Exhibition } from '#shared/showcase/contract.ts';
import type { ColumnInput } from '#shared/showcase/exhibition.ts';
import { Deeds } from '../../components/Deeds.tsx';
import { FileThumb } from '../../components/FileThumb/FileThumb.tsx';
import { IconButton } from '../../components/IconButton/IconButton.tsx';
import { InlineEdit } from '../../components/InlineEdit/InlineEdit.tsx';
import { errorSentences, useProblems } from '../../components/problems.ts';
import { useT } from '../../translations.ts';
import classes from './ColumnsEditor.module.css';
import { PanelStateMark } from './PanelStateMark.tsx';

type Column = Exhibition['columns'][number];

/** One column: its names, and its panels in order. */
export function ColumnCard({
  column,
  onChange,
  onRemove,
  onAdd,
}: {
  column: Column;
  onChange: (next: (column: ColumnInput) => ColumnInput) => Promise<void>;
  onRemove: () => void;
  onAdd: () => void;
}) {
  const t = useT();
  const words = t.showcase.exhibitions;
  const report = useProblems();
  const arrange = (next: (ids: string[]) => string[]) =>
    void onChange((input) => ({ ...input, panelIds: next(input.panelIds) })).catch(report);
  const name = (field: 'title' | 'titleEn', label: string, maxLength: number) => (
    <InlineEdit
      label={label}
      value={column[field]}
      maxLength={maxLength}
      onSave={(typed) => onChange((input) => ({ ...input, [field]: typed }))}
      errorText={(error) => errorSentences(t, error).join(' ')}
    />
  );
  return (
    <section className={classes.column} aria-label={column.title}>
      <div className={classes.bar}>
        <span className={classes.name}>{name('title', words.columnTitle, 40)}</span>
        {name('titleEn', words.columnTitleEn, 120)}
        <Deeds>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} stroke={1.5} />}
            onClick={onAdd}
          >
            {words.addPanels}
          </Button>
          <IconButton
            label={`${words.removeColumn}${t.formats.colon}${column.title}`}
            size={28}
            onClick={onRemove}
          >
            <IconTrash size={16} stroke={1.5} />
          </IconButton>
        </Deeds>
      </div>
      {column.panels.length === 0 && <p className={classes.none}>{words.emptyColumn}</p>}
      <ul>
        {column.panels.map(({ id, title, state, cover, fields }, at) => (
          <li key={id} className={classes.row}>
            <span className={classes.cover}>
              <FileThumb file={{ kind: 'image', thumbnail: cover }} fill="cover" />
            </span>
            <span>
              <Link to="/showcase/panels/$panelId" params={{ panelId: id }} className={classes.link}>
                {title}
              </Link>
              <br />
              <span className={classes.unit}>{fields.zh.unitName}</span>
            </span>
            <Deeds>
              <PanelStateMark state={state} />
              <span className={classes.deeds}>
                <IconButton
                  label={`${words.moveUp}${t.formats.colon}${title}`}
                  size={28}
                  disabled={at === 0}
                  onClick={() => arrange((ids) => swapped(ids, at, at - 1))}
                >
                  <IconArrowUp size={16} stroke={1.5} />
                </IconButton>
                <IconButton
                  label={`${words.moveDown}${t.formats.colon}${title}`}
                  size={28}
                  disabled={at === column.panels.length - 1}
                  onClick={() => arrange((ids) => swapped(ids, at, at + 1))}
                >
                  <IconArrowDown size={16} stroke={1.5} />
                </IconButton>
              </span>
              <IconButton
                label={`${words.takeOut}${t.formats.colon}${title}`}
                size={28}
                onClick={() => arrange((ids) => ids.filter((each) => each !== id))}
              >
                <IconX size={16} stroke={1.5} />
              </IconButton>
            </Deeds>
          </li>
        ))}
      </ul>
      {column.hidden > 0 && <p className={classes.none}>{words.hiddenPanels(column.hidden)}</p>}
    </section>
  );
}

function swapped(ids: readonly string[], one: number, other: number): string[] {
  return ids.map((id, at) => (at === one ? (ids[other] ?? id) : at === other ? (ids[one] ?? id) : id));
}
