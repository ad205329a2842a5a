import { Button, Menu, SegmentedControl, TextInput } from '@mantine/core';
import {
  IconAdjustmentsHorizontal,
  IconArrowDown,
  IconArrowsSort,
  IconArrowUp,
  IconLayoutGrid,
  IconLayoutSidebar,
  IconLayoutSidebarRight,
  IconList,
  IconSearch,
  IconX,
} from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, type RefObject, useState } from 'react';
import { RECORD_ORDERS, type RecordOrder } from '#shared/records/query.ts';
import { IconButton } from '../../../components/IconButton/IconButton.tsx';
import { KeyHint } from '../../../components/KeyHint/KeyHint.tsx';
import { ariaShortcut } from '../../../keyboard.ts';
import { useT } from '../../../translations.ts';
import classes from './BrowseToolbar.module.css';
import { COLUMN_KEYS } from './columns.tsx';
import { type ArchivePreferences, DEFAULT_COLUMNS } from './preferences.ts';
import type { ArchiveView } from './views.ts';

/** Leads to the search field of the list; "/" leads to the search over everything. */
export const FIND = 'Mod+F';
/** The list follows the typing after this pause. */
const PAUSE_MS = 150;

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

/** Searches as a person types; never while an input method composes. */
function SearchText({
  text,
  field,
  onText,
  onList,
}: {
  text: string;
  field: RefObject<HTMLInputElement | null>;
  onText: (text: string) => void;
  onList: () => void;
}) {
  const t = useT();
  const [typed, setTyped] = useState(text);
  const [told, setTold] = useState(text);
  const [timer, setTimer] = useState<ReturnType<typeof setTimeout>>();
  // Another view was gone back to, or the filters were cleared: the field follows.
  if (text !== told) {
    setTold(text);
    setTyped(text);
  }
  const tell = (next: string) => {
    setTold(next.trim());
    onText(next);
  };
  const later = (next: string) => {
    setTyped(next);
    clearTimeout(timer);
    setTimer(setTimeout(() => tell(next), PAUSE_MS));
  };
  const now = (next: string) => {
    clearTimeout(timer);
    setTyped(next);
    tell(next);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && typed !== '') now('');
    else if (event.key === 'Enter' || event.key === 'ArrowDown' || event.key === 'Escape') {
      if (event.key === 'Enter') now(typed);
      onList();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <TextInput
      ref={field}
      className={classes.search}
      size="sm"
      aria-label={t.records.list.search}
      aria-keyshortcuts={ariaShortcut(FIND)}
      rightSectionWidth={typed === '' ? 64 : 36}
      placeholder={t.records.list.search}
      leftSection={<IconSearch size={16} stroke={1.5} aria-hidden />}
      rightSection={
        typed === '' ? (
          <KeyHint keys={FIND} />
        ) : (
          <IconButton label={t.actions.clear} onClick={() => now('')}>
            <IconX size={18} stroke={1.5} />
          </IconButton>
        )
      }
      value={typed}
      onChange={(event) => {
        const { value } = event.currentTarget;
        if (isComposing(event.nativeEvent)) setTyped(value);
        else later(value);
      }}
      onCompositionEnd={(event) => later(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}

function isComposing(event: Event): boolean {
  return event instanceof InputEvent && event.isComposing;
}

function OrderMenu({
  view,
  onOrder,
}: {
  view: ArchiveView;
  onOrder: (order: ArchiveView['order'], direction: ArchiveView['direction']) => void;
}) {
  const t = useT();
  const words = t.records.list;
  const Arrow = view.direction === 'asc' ? IconArrowUp : IconArrowDown;
  return (
    <Menu>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconArrowsSort size={16} stroke={1.5} aria-hidden />}
          rightSection={
            <Arrow
              size={14}
              stroke={1.5}
              aria-label={view.direction === 'asc' ? words.ascending : words.descending}
            />
          }
          aria-label={`${words.order}${t.formats.colon}${words.orders[view.order]}`}
        >
          {words.orders[view.order]}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{words.order}</Menu.Label>
        <Menu.RadioGroup
          value={view.order}
          onChange={(order) => onOrder(order as RecordOrder, view.direction)}
        >
          {RECORD_ORDERS.map((order) => (
            <Menu.RadioItem key={order} value={order}>
              {words.orders[order]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.RadioGroup
          value={view.direction}
          onChange={(direction) => onOrder(view.order, direction === 'asc' ? 'asc' : 'desc')}
        >
          <Menu.RadioItem value="asc">{words.ascending}</Menu.RadioItem>
          <Menu.RadioItem value="desc">{words.descending}</Menu.RadioItem>
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}

function ShowMenu({
  preferences,
  onPrefer,
}: {
  preferences: ArchivePreferences;
  onPrefer: (change: Partial<ArchivePreferences>) => void;
}) {
  const t = useT();
  const words = t.records.list;
  const { columns } = preferences;
  return (
    <Menu closeOnItemClick={false}>
      <Menu.Target>
        <IconButton label={preferences.layout === 'table' ? words.chooseColumns : words.density}>
          <IconAdjustmentsHorizontal size={18} stroke={1.5} />
        </IconButton>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu}>
        <Menu.Label>{words.density}</Menu.Label>
        {(['compact', 'normal'] as const).map((density) => (
          <Menu.CheckboxItem
            key={density}
            checked={preferences.density === density}
            onChange={() => onPrefer({ density })}
          >
            {words[density]}
          </Menu.CheckboxItem>
        ))}
        {preferences.layout === 'table' && (
          <>
            <Menu.Divider />
            <Menu.Label>{words.columns}</Menu.Label>
            {COLUMN_KEYS.filter((key) => key !== 'title').map((key) => (
              <Menu.CheckboxItem
                key={key}
                checked={columns.includes(key)}
                onChange={(checked) =>
                  onPrefer({ columns: checked ? [...columns, key] : columns.filter((one) => one !== key) })
                }
              >
                {t.records.fields[key]}
              </Menu.CheckboxItem>
            ))}
            <Menu.Divider />
            <Menu.Item onClick={() => onPrefer({ columns: DEFAULT_COLUMNS, widths: {} })}>
              {words.resetColumns}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
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
