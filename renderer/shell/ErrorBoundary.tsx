import { Button } from '@mantine/core';
import { IconMoodPuzzled } from '@tabler/icons-react';
import { Component, type ReactNode } from 'react';
import { EmptyPage } from '../components/EmptyPage/EmptyPage.tsx';
import { useT } from '../translations.ts';
import classes from './ErrorBoundary.module.css';

/** Keeps a failure of one page on that page. What was typed lives in drafts.ts and is there again after "try again". */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: null };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error: error ?? new Error('nothing was thrown') };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return <BrokenPage error={this.state.error} retry={() => this.setState({ error: null })} />;
  }
}

/** What is shown instead of a page that failed; also the router's own error page. */
export function BrokenPage({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useT();
  return (
    <EmptyPage
      isWholePage
      icon={<IconMoodPuzzled size={40} stroke={1.5} />}
      title={t.errors.broken}
      action={<Button onClick={retry}>{t.actions.retry}</Button>}
    >
      <p>{t.errors.brokenHelp}</p>
      <details className={classes.details}>
        <summary>{t.errors.details}</summary>
        <pre className={classes.trace}>
          {error instanceof Error ? (error.stack ?? error.message) : String(error)}
        </pre>
      </details>
    </EmptyPage>
  );
}
