import { TextInput } from '@mantine/core';
import type { Level } from '#shared/confidentiality/levels.ts';
import { halvesTyped } from '#shared/outcomes/maturity.ts';
import { INDICATOR_GROUPS, type Indicator, MATURITY_TABLE } from '#shared/outcomes/maturityTable.ts';
import type { Citation } from '#shared/records/citation.ts';
import { ruleText } from '#shared/translations/problemText.ts';
import { CitationField } from '../../../components/CitationField/CitationField.tsx';
import { CitationText } from '../../../components/CitationField/CitationText.tsx';
import { useT, useTranslation } from '../../../translations.ts';
import classes from './ScoreForm.module.css';
import type { ScoreDraft } from './useScoreDraft.ts';

/** Table 1 with a score and its evidence beside each indicator. */
export function ScoreTable({
  level,
  scores,
  isLocked,
  total,
  errorOf,
  onType,
  onCite,
}: {
  level: Level;
  scores: ScoreDraft['scores'];
  isLocked: boolean;
  total: string;
  errorOf: (indicator: Indicator) => string | undefined;
  onType: (indicator: Indicator, typed: string) => void;
  onCite: (indicator: Indicator, evidence: Citation | null) => void;
}) {
  const t = useT();
  const words = t.maturity.sheet;
  const { language } = useTranslation();
  const inLanguage = (text: { zh: string; en: string }) => (language === 'zh-CN' ? text.zh : text.en);
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{words.indicator}</th>
          <th scope="col">{words.aspects}</th>
          <th scope="col">{words.score}</th>
          <th scope="col">{words.evidence}</th>
        </tr>
      </thead>
      {INDICATOR_GROUPS.map((group) => (
        <tbody key={group.id}>
          <tr>
            <th scope="rowgroup" colSpan={4} className={classes.group}>
              {inLanguage(group.name)} {group.points}
            </th>
          </tr>
          {MATURITY_TABLE.filter((row) => row.group === group.id).map(
            ({ id, name, explanation, aspects, points }) => {
              const { typed, evidence } = scores[id];
              const label = inLanguage(name);
              return (
                <tr key={id}>
                  <td className={classes.name}>
                    <strong>{label}</strong>
                    <p className={classes.explanation}>{inLanguage(explanation)}</p>
                  </td>
                  <td className={classes.aspects}>{inLanguage(aspects)}</td>
                  <td className={classes.score}>
                    {isLocked ? (
                      <span>
                        {typed} {words.of(points)}
                      </span>
                    ) : (
                      <TextInput
                        aria-label={words.scoreOf(label)}
                        value={typed}
                        maxLength={5}
                        inputMode="decimal"
                        autoComplete="off"
                        size="xs"
                        rightSection={<span className={classes.of}>{words.of(points)}</span>}
                        rightSectionWidth={44}
                        error={errorOf(id) ?? typedError(t, typed, points)}
                        onChange={(event) => onType(id, event.currentTarget.value)}
                      />
                    )}
                  </td>
                  <td className={classes.evidence}>
                    {isLocked ? (
                      evidence !== null && <CitationText citation={evidence} />
                    ) : (
                      <CitationField
                        bare
                        label={words.evidenceOf(label)}
                        level={level}
                        value={evidence}
                        onChange={(citation) => onCite(id, citation)}
                      />
                    )}
                  </td>
                </tr>
              );
            },
          )}
        </tbody>
      ))}
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {words.total}
          </th>
          <td className={classes.total}>{total}</td>
          <td />
        </tr>
      </tfoot>
    </table>
  );
}

/** What is wrong with a score as it is typed: another step, or more than there is. */
function typedError(t: ReturnType<typeof useT>, typed: string, points: number): string | undefined {
  if (typed.trim() === '') return undefined;
  const halves = halvesTyped(typed);
  if (halves === null) return ruleText(t, { rule: 'SCORE_STEP' });
  if (halves > points * 2)
    return ruleText(t, { rule: 'SCORE_TOO_HIGH', params: { score: typed, max: points } });
  return undefined;
}
