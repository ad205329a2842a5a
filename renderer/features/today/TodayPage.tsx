import { PageHeader } from '../../components/PageHeader/PageHeader.tsx';
import { useT } from '../../translations.ts';
import { BodyStatePanel } from './BodyStatePanel.tsx';
import { TaskList } from './TaskList.tsx';
import classes from './TodayPage.module.css';

/** 工作台: on the left what needs me today, on the right how the joint body stands. */
export function TodayPage() {
  const t = useT();
  return (
    <div className={classes.page}>
      <PageHeader title={t.today.title} />
      <div className={classes.halves}>
        <TaskList />
        <BodyStatePanel />
      </div>
    </div>
  );
}
