import { Button } from '@mantine/core';
import { IconTableExport } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ListChoice } from '#shared/sheets/contract.ts';
import { api } from '../../api.ts';
import { counted } from '../../formats.ts';
import { host } from '../../host/host.ts';
import { notifyDone } from '../../notices.ts';
import { useT, useTranslation } from '../../translations.ts';
import { ConfirmSheet } from '../ConfirmSheet/ConfirmSheet.tsx';
import { IconButton } from '../IconButton/IconButton.tsx';
import { ErrorProblems } from '../ProblemList/ProblemList.tsx';
import classes from './ExportList.module.css';

/** "Export to Excel" of the list on the page, as it is narrowed there; first it says what will leave. */
export function ExportList({
  choice,
  title,
  compact = false,
  label,
}: {
  choice: ListChoice;
  /** What the page calls the list. */
  title: string;
  /** Only the icon, where a toolbar has no room for words. */
  compact?: boolean;
  /** Where the page has more lists than one; otherwise the common words. */
  label?: string;
}) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const words = t.sheets;
  return (
    <>
      {compact ? (
        <IconButton label={label ?? words.exportList} onClick={() => setAsking(true)}>
          <IconTableExport size={18} stroke={1.5} />
        </IconButton>
      ) : (
        <Button
          variant="default"
          leftSection={<IconTableExport size={16} stroke={1.5} aria-hidden="true" />}
          onClick={() => setAsking(true)}
        >
          {label ?? words.exportList}
        </Button>
      )}
      {asking && <ExportSheet choice={choice} title={title} onClose={() => setAsking(false)} />}
    </>
  );
}

function ExportSheet({ choice, title, onClose }: { choice: ListChoice; title: string; onClose: () => void }) {
  const { t, language } = useTranslation();
  const words = t.sheets;
  const input = { choice, language };
  // Counted anew each time: what was counted before may not be what leaves now.
  const look = useQuery({ ...api.sheets.look.queryOptions({ input }), staleTime: 0, gcTime: 0 });
  const make = useMutation({
    mutationFn: async () => {
      const { address, name } = await api.sheets.exportList.call(input);
      await host.save(address, name);
      return name;
    },
    onSuccess: (name) => {
      notifyDone(words.done(name));
      onClose();
    },
  });
  const found = look.data;
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={words.title(title)}
      verb={words.verb}
      busy={make.isPending}
      onConfirm={found !== undefined && found.rows > 0 ? () => make.mutate() : undefined}
    >
      {look.isPending && <p>{words.counting}</p>}
      {found?.rows === 0 && <p>{words.nothing}</p>}
      {found !== undefined && found.rows > 0 && (
        <>
          <p>{words.rows(counted(found.rows))}</p>
          <ul className={classes.levels}>
            {found.levels.map(({ level, count }) => (
              <li key={level}>{words.levelRow(t.levels.names[level], counted(count))}</li>
            ))}
          </ul>
          {found.mark !== '' && <p>{words.marked(found.mark)}</p>}
          <p>{words.leaves}</p>
        </>
      )}
      <ErrorProblems error={look.error ?? make.error} />
    </ConfirmSheet>
  );
}
