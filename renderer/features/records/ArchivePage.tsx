import { Button } from '@mantine/core';
import { IconFileImport, IconTrash, IconX } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { api } from '../../api.ts';
import { Deeds } from '../../components/Deeds.tsx';
import { FacetRail } from '../../components/FacetRail/FacetRail.tsx';
import { IconButton } from '../../components/IconButton/IconButton.tsx';
import { PageHeader } from '../../components/PageHeader/PageHeader.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { useUndoKey } from '../../components/useUndoKey.ts';
import { isShortcut, isTyping } from '../../keyboard.ts';
import { useT } from '../../translations.ts';
import classes from './ArchivePage.module.css';
import { BrowseToolbar } from './browse/BrowseToolbar.tsx';
import { EmptyArchive } from './browse/EmptyArchive.tsx';
import { FilterChips } from './browse/FilterChips.tsx';
import { facetsOf } from './browse/facets.tsx';
import { NothingFound } from './browse/NothingFound.tsx';
import { PreviewPane } from './browse/PreviewPane.tsx';
import { useArchivePreferences } from './browse/preferences.ts';
import { QuickLook } from './browse/QuickLook.tsx';
import { type Filter, isFiltered, toggleFilter, withoutFilters, withText } from './browse/query.ts';
import { RecordList } from './browse/RecordList.tsx';
import { FIND } from './browse/SearchText.tsx';
import { useProtectedRows } from './browse/useProtectedRows.ts';
import { useRange } from './browse/useRange.ts';
import { useRecordPages } from './browse/useRecordPages.ts';
import { useSelection } from './browse/useSelection.ts';
import { useSteady } from './browse/useSteady.ts';
import { useViewAddress } from './browse/useViewAddress.ts';
import { BulkBar } from './bulk/BulkBar.tsx';
import { ImportCatalogue } from './catalogue/ImportCatalogue.tsx';
import { ImportTarget } from './imports/ImportTarget.tsx';
import { useImportDialog } from './imports/useImportDialog.tsx';

/** The archive: gallery or table of the same records, narrowed by facets, with a preview beside them. */
export function ArchivePage() {
  const t = useT();
  const navigate = useNavigate();
  const { id, view, focusOn, search, type } = useViewAddress();
  const { preferences, prefer } = useArchivePreferences();
  const { range, onRange } = useRange(view.focus);
  const [looking, setLooking] = useState(false);
  const searchField = useRef<HTMLInputElement>(null);
  const main = useRef<HTMLDivElement>(null);
  const pages = useRecordPages(id, view, range.first, range.last);
  const imports = useImportDialog();
  const selected = useSelection({
    rowId: (index) => pages.rowAt(index)?.id,
    idsBetween: pages.idsBetween,
    allIds: () => api.records.ids.call({ query: view.query }),
  });
  const facets = useMemo(() => facetsOf(t, pages.facets, view.query), [t, pages.facets, view.query]);
  useProtectedRows(pages, range);
  useUndoKey();
  const onToggle = useSteady((filter: string, value: string) =>
    search({ query: toggleFilter(view.query, filter as Filter, value) }),
  );
  const open = (recordId: string) => void navigate({ to: '/records/$recordId', params: { recordId } });
  const toList = () => main.current?.querySelector<HTMLElement>('[data-list]')?.focus();
  const onKeyDown = (event: KeyboardEvent) => {
    if (isShortcut(event.nativeEvent, FIND)) searchField.current?.select();
    else if (isShortcut(event.nativeEvent, 'P') && !isTyping(event.target))
      prefer({ preview: !preferences.preview });
    else if (isShortcut(event.nativeEvent, 'Mod+A') && !isTyping(event.target)) void selected.all();
    else return;
    event.preventDefault();
  };
  const inRemoved = view.query.removed === true;
  const isEmptyVault = pages.isEmpty && !isFiltered(view.query) && !inRemoved;
  return (
    <ImportTarget onPicked={imports.ask}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole page */}
      <div className={classes.page} onKeyDown={onKeyDown}>
        <PageHeader
          title={inRemoved ? t.records.list.removed : t.records.title}
          count={isEmptyVault ? undefined : pages.counted}
          actions={
            <>
              <IconButton
                label={inRemoved ? t.records.list.leaveRemoved : t.records.list.showRemoved}
                pressed={inRemoved}
                onClick={() => {
                  selected.clear();
                  search({ query: inRemoved ? {} : { removed: true } });
                }}
              >
                {inRemoved ? <IconX size={18} stroke={1.5} /> : <IconTrash size={18} stroke={1.5} />}
              </IconButton>
              <ImportCatalogue />
              <Button leftSection={<IconFileImport size={18} stroke={1.5} />} onClick={imports.pickFolder}>
                {t.records.list.add}
              </Button>
            </>
          }
        />
        {isEmptyVault ? (
          <EmptyArchive onFolder={imports.pickFolder} onFiles={imports.pickFiles} />
        ) : (
          <>
            <BrowseToolbar
              view={view}
              preferences={preferences}
              searchField={searchField}
              onText={(text) => type(withText(view.query, text))}
              onOrder={(order, direction) => search({ order, direction })}
              onPrefer={prefer}
              onList={toList}
            />
            <FilterChips
              query={view.query}
              counts={pages.facets}
              onRemove={onToggle}
              onClear={() => search({ query: withoutFilters(view.query) })}
            />
            <div
              className={classes.columns}
              data-facets={preferences.facets || undefined}
              data-preview={preferences.preview || undefined}
            >
              {preferences.facets && <FacetRail facets={facets} onToggle={onToggle} />}
              <div ref={main} className={classes.main}>
                <ErrorProblems error={pages.error} />
                {pages.isEmpty ? (
                  <NothingFound
                    removed={inRemoved}
                    onClear={() => search({ query: withoutFilters(view.query) })}
                  />
                ) : (
                  <RecordList
                    key={preferences.layout}
                    view={view}
                    pages={pages}
                    selected={selected}
                    preferences={preferences}
                    onPrefer={prefer}
                    onFocus={focusOn}
                    onOrder={(order, direction) => search({ order, direction })}
                    onOpen={(row) => open(row.id)}
                    onLook={() => setLooking(true)}
                    onRange={onRange}
                  />
                )}
                <Deeds>
                  <BulkBar selected={selected} removed={inRemoved} />
                </Deeds>
              </div>
              {preferences.preview && (
                <PreviewPane
                  row={selected.ids.size === 0 ? undefined : pages.rowAt(view.focus)}
                  chosen={selected.ids.size}
                  onOpen={open}
                  onLook={() => setLooking(true)}
                />
              )}
            </div>
          </>
        )}
        {looking && (
          <QuickLook
            pages={pages}
            index={view.focus}
            onMove={(index) => {
              focusOn(index);
              selected.only(index);
            }}
            onClose={() => {
              setLooking(false);
              toList();
            }}
          />
        )}
        {imports.dialog}
      </div>
    </ImportTarget>
  );
}
