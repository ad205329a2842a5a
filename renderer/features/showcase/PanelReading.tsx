import type { PanelFields } from '#shared/showcase/panel.ts';
import { Fact, FactsColumn } from '../../components/FactsColumn/FactsColumn.tsx';
import { useT } from '../../translations.ts';

/** The words of a panel for a visitor: to be read, not to be typed over. */
export function PanelReading({ fields: { zh, rights } }: { fields: PanelFields }) {
  const t = useT();
  const names = t.showcase.panels.fields;
  const texts: [string, string][] = [
    [names.unitName, zh.unitName],
    [names.highlight, zh.highlight],
    [names.summary, zh.summary],
    [names.indicators, zh.indicators.join('\n')],
    [names.scenario, zh.scenario],
    [names.market, zh.market],
    [names.rights, rights.join('\n')],
    [names.contact, zh.contact],
  ];
  return (
    <FactsColumn label={t.showcase.panels.text}>
      {texts
        .filter(([, text]) => text !== '')
        .map(([name, text]) => (
          <Fact key={name} name={name}>
            {text.split('\n').map((line) => (
              <div key={line}>{line}</div>
            ))}
          </Fact>
        ))}
    </FactsColumn>
  );
}
