import { Menu, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { IconButton } from '../components/IconButton/IconButton.tsx';
import { useT } from '../translations.ts';

const CHOICES = [
  { scheme: 'light', Icon: IconSun },
  { scheme: 'dark', Icon: IconMoon },
  { scheme: 'auto', Icon: IconDeviceDesktop },
] as const;

/** Light, dark, or as the system. */
export function AppearanceMenu() {
  const t = useT();
  // Switching transitions off for the change would need a style element without the nonce.
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const Current = CHOICES.find(({ scheme }) => scheme === colorScheme)?.Icon ?? IconDeviceDesktop;
  return (
    <Menu withinPortal={false}>
      <Menu.Target>
        <IconButton label={t.shell.theme.label}>
          <Current size={18} stroke={1.5} />
        </IconButton>
      </Menu.Target>
      <Menu.Dropdown aria-label={t.shell.theme.label}>
        {CHOICES.map(({ scheme, Icon }) => (
          <Menu.Item
            key={scheme}
            leftSection={<Icon size={16} stroke={1.5} />}
            rightSection={scheme === colorScheme ? <IconCheck size={16} stroke={1.5} /> : null}
            onClick={() => setColorScheme(scheme)}
          >
            {t.shell.theme[scheme]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
