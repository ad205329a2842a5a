import { Button, Modal } from '@mantine/core';
import { IconArrowUp, IconFile, IconFolder, IconFolderPlus } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Place } from '#shared/places.ts';
import { api } from '../../api.ts';
import type { Asking } from '../../host/ask.ts';
import { useT } from '../../translations.ts';
import { IconButton } from '../IconButton/IconButton.tsx';
import { ErrorProblems } from '../ProblemList/ProblemList.tsx';
import { NewFolder } from './NewFolder.tsx';
import classes from './PlaceDialog.module.css';

/** The folder list under home: open folders, go up, and choose the one that is shown or a file in it. */
export function PlaceDialog({ asking }: { asking: Asking }) {
  const t = useT();
  const words = t.shell.places;
  const [at, setAt] = useState<string | null>(null);
  const [chosen, setChosen] = useState<readonly Place[]>([]);
  const [isNaming, setIsNaming] = useState(false);
  const endings = asking.kind === 'files' ? [...asking.choice.endings] : [];
  const listing = useQuery({
    ...api.places.list.queryOptions({ input: { at, endings } }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const here = listing.data?.here;
  const mustWrite = asking.kind === 'folder' && asking.purpose !== 'import';
  const canTake =
    here !== undefined &&
    (asking.kind === 'files' ? chosen.length > 0 : !mustWrite || listing.data?.writable);

  function go(to: string): void {
    setAt(to);
    setChosen([]);
    setIsNaming(false);
  }
  function take(): void {
    if (here === undefined) return;
    if (asking.kind === 'folder') asking.answer(here);
    else asking.answer({ kind: 'places', places: [...chosen] });
  }
  function pick(file: Place): void {
    const others = chosen.filter(({ token }) => token !== file.token);
    const isMany = asking.kind === 'files' && asking.choice.many;
    if (isMany && others.length < chosen.length) setChosen(others);
    else setChosen(isMany ? [...chosen, file] : [file]);
  }

  return (
    <Modal
      opened
      onClose={() => asking.answer(null)}
      title={asking.kind === 'files' ? words.chooseFile : words.purposes[asking.purpose]}
      size={560}
      zIndex={300}
      closeButtonProps={{ 'aria-label': t.actions.close }}
    >
      <div className={classes.here}>
        <IconButton
          label={words.up}
          disabled={listing.data?.parent == null}
          onClick={() => listing.data?.parent != null && go(listing.data.parent)}
        >
          <IconArrowUp size={18} stroke={1.5} />
        </IconButton>
        <span className={classes.name}>{listing.data?.parent === null ? words.home : here?.name}</span>
        {mustWrite && (
          <IconButton
            label={words.newFolder}
            disabled={!listing.data?.writable}
            onClick={() => setIsNaming(true)}
          >
            <IconFolderPlus size={18} stroke={1.5} />
          </IconButton>
        )}
      </div>
      {isNaming && here !== undefined && (
        <NewFolder at={here.token} onMade={(place) => go(place.token)} onGiveUp={() => setIsNaming(false)} />
      )}
      <ErrorProblems error={listing.error} />
      <ul className={classes.list} aria-busy={listing.isFetching}>
        {listing.data?.folders.map((folder) => (
          <li key={folder.token}>
            <button type="button" className={classes.entry} onClick={() => go(folder.token)}>
              <IconFolder size={18} stroke={1.5} aria-hidden="true" />
              {folder.name}
            </button>
          </li>
        ))}
        {listing.data?.files.map((file) => (
          <li key={file.token}>
            <button
              type="button"
              className={classes.entry}
              aria-pressed={chosen.some(({ token }) => token === file.token)}
              onClick={() => pick(file)}
            >
              <IconFile size={18} stroke={1.5} aria-hidden="true" />
              {file.name}
            </button>
          </li>
        ))}
        {listing.data?.folders.length === 0 && listing.data.files.length === 0 && (
          <li className={classes.empty}>
            {endings.length > 0 ? words.noFiles(endings.join(t.formats.list)) : words.noFolders}
          </li>
        )}
      </ul>
      <div className={classes.foot}>
        <p className={classes.hint}>
          {mustWrite && listing.data?.writable === false ? words.notWritable : words.belowHome}
        </p>
        <Button variant="default" onClick={() => asking.answer(null)}>
          {t.actions.cancel}
        </Button>
        <Button disabled={!canTake} onClick={take}>
          {asking.kind === 'files' ? t.actions.choose : words.chooseThis}
        </Button>
      </div>
    </Modal>
  );
}
