import { Button } from '@mantine/core';
import { IconMap2 } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { EmptyPage } from '../components/EmptyPage/EmptyPage.tsx';
import { useT } from '../translations.ts';

/** An address that names no page. */
export function MissingPage() {
  const t = useT();
  const navigate = useNavigate();
  return (
    <EmptyPage
      isWholePage
      icon={<IconMap2 size={40} stroke={1.5} />}
      title={t.errors.pageMissing}
      action={<Button onClick={() => void navigate({ to: '/archive' })}>{t.shell.nav.archive}</Button>}
    >
      {t.errors.pageMissingHelp}
    </EmptyPage>
  );
}
