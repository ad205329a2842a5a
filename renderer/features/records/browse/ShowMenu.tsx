import { Menu } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { IconButton } from '../../../components/IconButton/IconButton.tsx';
import { useT } from '../../../translations.ts';
import classes from './BrowseToolbar.module.css';
import { COLUMN_KEYS } from './columns.tsx';
import { type ArchivePreferences, DEFAULT_COLUMNS } from './preferences.ts';

/** How dense the list is, and which columns the table has. */
export function ShowMenu({
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
