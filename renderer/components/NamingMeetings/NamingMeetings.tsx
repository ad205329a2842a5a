import { useQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';
import { useT } from '../../translations.ts';
import { DateText } from '../DateText/DateText.tsx';
import { ItemLink } from '../ItemLink.tsx';
import { LevelMark } from '../LevelMark/LevelMark.tsx';
import classes from './NamingMeetings.module.css';

/** The meetings that name an item, newest first; nothing where there is none that this session sees. */
export function NamingMeetings({ id }: { id: string }) {
  const t = useT();
  const found = useQuery(api.meetings.naming.queryOptions({ input: { id } }));
  if (found.data === undefined || found.data.length === 0) return null;
  const words = t.meetings.naming;
  return (
    <section aria-label={words.title}>
      <h2 className={classes.title}>{words.title}</h2>
      <ul className={classes.list}>
        {found.data.map(({ meeting, heldOn, part }) => (
          <li key={meeting.id} className={classes.row}>
            <span className={classes.detail}>{heldOn !== null && <DateText date={heldOn} />}</span>
            <ItemLink item={meeting} />
            <span className={classes.detail}>{words.parts[part]}</span>
            <LevelMark level={meeting.level} />
          </li>
        ))}
      </ul>
    </section>
  );
}
