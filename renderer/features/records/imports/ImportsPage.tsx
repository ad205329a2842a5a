import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import type { Import } from '#shared/records/importsContract.ts';
import { api } from '../../../api.ts';
import { InstantText } from '../../../components/DateText/DateText.tsx';
import { EmptyPage } from '../../../components/EmptyPage/EmptyPage.tsx';
import { LevelMark } from '../../../components/LevelMark/LevelMark.tsx';
import { PageHeader } from '../../../components/PageHeader/PageHeader.tsx';
import { ErrorProblems } from '../../../components/ProblemList/ProblemList.tsx';
import { counted } from '../../../formats.ts';
import { useT } from '../../../translations.ts';
import { doneOf, totalOf } from './counts.ts';
import { ImportResult } from './ImportResult.tsx';
import classes from './ImportsPage.module.css';
import { uploadStore } from './uploads.ts';

/** Every import there was, newest first, and what became of each of its files. */
export function ImportsPage() {
  const t = useT();
  const { importId } = useParams({ strict: false });
  const uploads = useSyncExternalStore(uploadStore.subscribe, uploadStore.current);
  const list = useQuery({
    ...api.imports.list.queryOptions(),
    // Progress within one file changes nothing that is announced; while something runs it is asked for.
    refetchInterval: ({ state }) => (state.data?.some(isGoingOn) ? 1000 : false),
  });
  const imports = (list.data ?? []).toSorted((one, other) => other.startedAt - one.startedAt);
  const shown = imports.find(({ id }) => id === importId) ?? imports[0];
  return (
    <div className={classes.page}>
      <PageHeader
        above={
          <Link to="/archive" className={classes.back}>
            {t.records.title}
          </Link>
        }
        title={t.imports.pageTitle}
      />
      <ErrorProblems error={list.error} />
      {list.data !== undefined && shown === undefined && (
        <EmptyPage
          title={t.imports.none}
          action={
            <Button variant="default" renderRoot={(props) => <Link {...props} to="/archive" />}>
              {t.imports.toArchive}
            </Button>
          }
        >
          {t.imports.noneHelp}
        </EmptyPage>
      )}
      {shown !== undefined && (
        <div className={classes.columns}>
          <nav className={classes.list} aria-label={t.imports.list}>
            {imports.map((one) => (
              <Link
                key={one.id}
                to="/imports/$importId"
                params={{ importId: one.id }}
                className={classes.entry}
                aria-current={one.id === shown.id ? 'page' : undefined}
              >
                <span className={classes.name}>{titleOf(one, t.imports.shapes)}</span>
                <span className={classes.facts}>
                  <LevelMark level={one.plan.level} />
                  <InstantText at={one.startedAt} ago />
                </span>
                <span className={classes.facts}>
                  {t.imports.jobStates[one.state]} ·{' '}
                  {t.imports.progress(counted(doneOf(one)), counted(totalOf(one)))}
                </span>
              </Link>
            ))}
          </nav>
          <ImportResult
            key={shown.id}
            import={shown}
            title={titleOf(shown, t.imports.shapes)}
            upload={uploads.find((one) => one.importId === shown.id)}
          />
        </div>
      )}
    </div>
  );
}

function isGoingOn({ state }: Import): boolean {
  return state === 'LISTING' || state === 'RUNNING';
}

function titleOf({ title, plan }: Import, shapes: Record<Import['plan']['shape'], string>): string {
  return title === '' ? shapes[plan.shape] : title;
}
