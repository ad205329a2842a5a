import { Menu } from '@mantine/core';
import { IconCheck, IconLanguage } from '@tabler/icons-react';
import { LANGUAGES } from '#shared/translations/catalogue.ts';
import { IconButton } from '../components/IconButton/IconButton.tsx';
import { useTranslation } from '../translations.ts';

/** Each language by its own name, so that it is found whatever is shown now. */
export function LanguageMenu() {
  const { t, language, choose } = useTranslation();
  return (
    <Menu withinPortal={false}>
      <Menu.Target>
        <IconButton label={t.shell.language.label}>
          <IconLanguage size={18} stroke={1.5} />
        </IconButton>
      </Menu.Target>
      <Menu.Dropdown aria-label={t.shell.language.label}>
        {LANGUAGES.map((each) => (
          <Menu.Item
            key={each}
            lang={each}
            onClick={() => choose(each)}
            rightSection={each === language ? <IconCheck size={16} stroke={1.5} /> : null}
          >
            {t.shell.language[each]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
