import type { OutcomeDetail } from '#shared/outcomes/contract.ts';
import { ItemLink } from '../../components/ItemLink.tsx';
import { useT } from '../../translations.ts';
import classes from './Rows.module.css';
import { Section } from './Section.tsx';

/** The panels of the showcase that present an outcome, and how far their review is. */
export function ExhibitsSection({ outcome: { exhibits } }: { outcome: OutcomeDetail }) {
  const t = useT();
  const words = t.outcomes.exhibits;
  return (
    <Section title={words.title} none={exhibits.length === 0 ? words.none : undefined}>
      {exhibits.length > 0 && (
        <ul className={classes.list}>
          {exhibits.map((panel) => (
            <li key={panel.id} className={classes.stacked}>
              <ItemLink item={panel} />
              <span className={classes.detail}>{t.showcase.states[panel.state]}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
