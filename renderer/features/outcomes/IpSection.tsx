import { Button } from '@mantine/core';
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { newId } from '#shared/ids.ts';
import type { OutcomeDetail } from '#shared/outcomes/contract.ts';
import type { IpItem, IpWarning } from '#shared/outcomes/intellectualProperty.ts';
import { useT } from '../../translations.ts';
import { IpSheet } from './IpSheet.tsx';
import classes from './Rows.module.css';
import { Section } from './Section.tsx';

/** The rights in an outcome: numbers that are looked at, and fees that fall due. */
export function IpSection({ outcome }: { outcome: OutcomeDetail }) {
  const t = useT();
  const words = t.outcomes.ip;
  const [editing, setEditing] = useState<IpItem | null>(null);
  const { ipItems } = outcome;
  return (
    <Section
      title={words.title}
      none={ipItems.length === 0 ? words.none : undefined}
      action={
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} stroke={1.5} />}
          onClick={() => setEditing(blank())}
        >
          {words.add}
        </Button>
      }
    >
      {ipItems.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{words.fields.name}</th>
              <th scope="col">{words.fields.kind}</th>
              <th scope="col">{words.fields.number}</th>
              <th scope="col">{words.fields.state}</th>
              <th scope="col">{words.fields.feeDueOn}</th>
            </tr>
          </thead>
          <tbody>
            {ipItems.map(({ warnings, termEnd, ...item }) => (
              <tr key={item.id}>
                <td>
                  <button type="button" className={classes.link} onClick={() => setEditing(item)}>
                    {item.name}
                  </button>
                  <div className={classes.detail}>
                    {[item.background ? words.background : '', item.holders]
                      .filter((text) => text !== '')
                      .join(t.formats.separator)}
                  </div>
                  {warnings.map((warning) => (
                    <div key={warning} className={classes.warning}>
                      <IconAlertTriangle size={14} stroke={1.5} aria-hidden="true" />
                      {words.warnings[warning as IpWarning]}
                    </div>
                  ))}
                </td>
                <td>{words.kinds[item.kind]}</td>
                <td className={classes.number}>{item.number}</td>
                <td>
                  {words.states[item.state]}
                  {termEnd !== null && <div className={classes.detail}>{words.termEnd(termEnd)}</div>}
                </td>
                <td className={classes.number}>{item.feeDueOn}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {editing !== null && <IpSheet outcome={outcome} item={editing} onClose={() => setEditing(null)} />}
    </Section>
  );
}

function blank(): IpItem {
  return {
    id: newId(),
    kind: 'INVENTION',
    name: '',
    number: '',
    state: 'PLANNED',
    filedOn: null,
    publishedOn: null,
    grantedOn: null,
    feeDueOn: null,
    holders: '',
    inventors: '',
    background: false,
    note: '',
  };
}
