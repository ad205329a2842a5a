import { Button } from '@mantine/core';
import { IconShieldHalf } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { ItemHead } from '#shared/items.ts';
import { useT } from '../../translations.ts';
import { LevelMark } from '../LevelMark/LevelMark.tsx';
import { PageHeader } from '../PageHeader/PageHeader.tsx';
import { useProtectedScreen } from '../protectScreen.ts';
import classes from './ItemLayout.module.css';

const LevelChangeSheet = lazy(async () => ({
  default: (await import('../LevelChangeSheet/LevelChangeSheet.tsx')).LevelChangeSheet,
}));

/** The page of one person, unit or project: head with level mark, what belongs to it, facts at the right. */
export function ItemLayout({
  item,
  list,
  facts,
  children,
  below,
  actions,
}: {
  item: ItemHead;
  /** The list this item belongs to. */
  list: { to: '/people' | '/units' | '/projects' | '/body' | '/screening'; name: string };
  facts: ReactNode;
  children: ReactNode;
  /** Beside the level mark, such as the state. */
  below?: ReactNode;
  /** The most wanted deeds, before the change of level. */
  actions?: ReactNode;
}) {
  const t = useT();
  const [isDeciding, setIsDeciding] = useState(false);
  useProtectedScreen([item.level]);
  return (
    <div className={classes.page}>
      <PageHeader
        above={
          <Link to={list.to} className={classes.back}>
            {list.name}
          </Link>
        }
        title={item.title}
        below={
          <>
            <LevelMark level={item.level} mark={item.mark} look="boxed" />
            {below}
          </>
        }
        actions={
          <>
            {actions}
            <Button
              variant="default"
              leftSection={<IconShieldHalf size={16} stroke={1.5} />}
              onClick={() => setIsDeciding(true)}
            >
              {t.confidentiality.change.title}
            </Button>
          </>
        }
      />
      <div className={classes.columns}>
        <div className={classes.main}>{children}</div>
        {facts}
      </div>
      {isDeciding && (
        <Suspense>
          <LevelChangeSheet
            item={item}
            onClose={() => setIsDeciding(false)}
            onDone={() => setIsDeciding(false)}
          />
        </Suspense>
      )}
    </div>
  );
}
