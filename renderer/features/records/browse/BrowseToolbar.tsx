import { SegmentedControl } from '@mantine/core';
import { IconLayoutGrid, IconLayoutSidebar, IconLayoutSidebarRight, IconList } from '@tabler/icons-react';
import type { ReactNode, RefObject } from 'react';
import { ExportList } from '../../../components/ExportList/ExportList.tsx';
import { IconButton } from '../../../components/IconButton/IconButton.tsx';
import { useT } from '../../../translations.ts';
import classes from './BrowseToolbar.module.css';
import { OrderMenu } from './OrderMenu.tsx';
import type { ArchivePreferences } from './preferences.ts';
import { SearchText } from './SearchText.tsx';
import { ShowMenu } from './ShowMenu.tsx';
import type { ArchiveView } from './views.ts';

/** One line above the list: what is looked for, in which order, and how it is shown. */
export function BrowseToolbar({
  view,
  preferences,
  searchField,
  onText,
  onOrder,
  onPrefer,
  onList,
}: {
  view: ArchiveView;
  preferences: ArchivePreferences;
  searchField: RefObject<HTMLInputElement | null>;
  onText: (text: string) => void;
  onOrder: (order: ArchiveView['order'], direction: ArchiveView['direction']) => void;
  onPrefer: (change: Partial<ArchivePreferences>) => void;
  /** The keyboard goes on to the list. */
  onList: () => void;
}) {
  const t = useT();
  const words = t.records.list;
  return (
    <div className={classes.bar} role="toolbar" aria-label={words.filters}>
      <IconButton
        label={preferences.facets ? words.hideFacets : words.showFacets}
        pressed={preferences.facets}
        onClick={() => onPrefer({ facets: !preferences.facets })}
      >
        <IconLayoutSidebar size={18} stroke={1.5} />
      </IconButton>
      <SearchText text={view.query.text ?? ''} field={searchField} onText={onText} onList={onList} />
      <span className={classes.gap} />
      <OrderMenu view={view} onOrder={onOrder} />
      <SegmentedControl
        size="xs"
        aria-label={words.layout}
        value={preferences.layout}
        onChange={(layout) => onPrefer({ layout: layout === 'table' ? 'table' : 'gallery' })}
        data={[
          {
            value: 'gallery',
            label: (
              <LayoutLabel
                icon={<IconLayoutGrid size={16} stroke={1.5} aria-hidden />}
                text={words.gallery}
              />
            ),
          },
          {
            value: 'table',
            label: <LayoutLabel icon={<IconList size={16} stroke={1.5} aria-hidden />} text={words.table} />,
          },
        ]}
      />
      <ExportList
        compact
        title={t.records.title}
        choice={{
          list: 'RECORDS',
          query: view.query,
          order: view.order,
          direction: view.direction,
        }}
      />
      <ShowMenu preferences={preferences} onPrefer={onPrefer} />
      <IconButton
        label={preferences.preview ? words.hidePreview : words.showPreview}
        shortcut="P"
        pressed={preferences.preview}
        onClick={() => onPrefer({ preview: !preferences.preview })}
      >
        <IconLayoutSidebarRight size={18} stroke={1.5} />
      </IconButton>
    </div>
  );
}

function LayoutLabel({ icon, text }: { icon: ReactNode; text: string }) {
  return (
    <span className={classes.layout}>
      {icon}
      <span>{text}</span>
    </span>
  );
}
