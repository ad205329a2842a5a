import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Panel } from '#shared/showcase/contract.ts';
import type { PanelFields, PanelWords } from '#shared/showcase/panel.ts';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { fieldError } from '../../components/problems.ts';
import type { VersionedEdit } from '../../components/versionedEdit.ts';
import { draftOf, dropDraft, keepDraft } from '../../drafts.ts';
import { useT } from '../../translations.ts';
import classes from './TextTab.module.css';
import type { PanelValues } from './usePanelEdit.ts';

type Texts = Pick<PanelFields, 'zh' | 'en' | 'rights' | 'codeText'>;
type Language = 'zh' | 'en';

/** Longest words by language: English takes three times the letters. */
const MOST: Record<Language, Record<Exclude<keyof PanelWords, 'indicators'>, number>> = {
  zh: { title: 60, unitName: 120, highlight: 30, summary: 300, scenario: 150, market: 200, contact: 80 },
  en: { title: 180, unitName: 240, highlight: 120, summary: 1200, scenario: 500, market: 700, contact: 240 },
};
const ROWS: Partial<Record<keyof PanelWords, number>> = { summary: 4, scenario: 2, market: 2 };

/** The words of a panel in both languages. They are saved together: each other text begins the review anew. */
export function TextTab({ panel, edit }: { panel: Panel; edit: VersionedEdit<PanelValues> }) {
  const t = useT();
  const words = t.showcase.panels;
  const form = `panel.text.${panel.id}`;
  const { zh, en, rights, codeText } = panel.fields;
  const [draft, setDraft] = useState<Texts>(() => draftOf<Texts>(form) ?? { zh, en, rights, codeText });
  const [language, setLanguage] = useState<Language>('zh');
  const save = useMutation({
    mutationFn: (texts: Texts) =>
      edit((values) => ({ ...values, fields: { ...values.fields, ...cleaned(texts) } })),
    onSuccess: () => dropDraft(form),
  });
  const isChanged = JSON.stringify(draft) !== JSON.stringify({ zh, en, rights, codeText });
  function change(changes: Partial<Texts>): void {
    const next = { ...draft, ...changes };
    keepDraft(form, next);
    setDraft(next);
  }
  const changeWords = (changes: Partial<PanelWords>) =>
    change({ [language]: { ...draft[language], ...changes } });
  const errorOf = (field: string) => fieldError(t, save.error, `fields.${field}`);

  function field(name: Exclude<keyof PanelWords, 'indicators'>) {
    const most = MOST[language][name];
    const value = draft[language][name];
    const shared = {
      label: words.fields[name],
      value,
      maxLength: most,
      error: errorOf(`${language}.${name}`),
      ...(value.length > most * 0.7 ? { description: words.left(most - value.length) } : {}),
    };
    const rows = ROWS[name];
    if (rows === undefined)
      return (
        <TextInput {...shared} onChange={(event) => changeWords({ [name]: event.currentTarget.value })} />
      );
    return (
      <Textarea
        {...shared}
        autosize
        minRows={rows}
        onChange={(event) => changeWords({ [name]: event.currentTarget.value })}
      />
    );
  }

  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(draft);
      }}
    >
      <SegmentedControl
        className={classes.languages}
        data={(['zh', 'en'] as const).map((value) => ({ value, label: words.languages[value] }))}
        value={language}
        onChange={(next) => setLanguage(next === 'en' ? 'en' : 'zh')}
      />
      {field('title')}
      {field('unitName')}
      {field('highlight')}
      {field('summary')}
      <Textarea
        label={words.fields.indicators}
        description={words.indicatorsHelp}
        value={draft[language].indicators.join('\n')}
        autosize
        minRows={2}
        error={errorOf(`${language}.indicators`)}
        onChange={(event) => changeWords({ indicators: event.currentTarget.value.split('\n') })}
      />
      {field('scenario')}
      {field('market')}
      {field('contact')}
      <Textarea
        label={words.fields.rights}
        description={words.rightsHelp}
        value={draft.rights.join('\n')}
        autosize
        minRows={2}
        error={errorOf('rights')}
        onChange={(event) => change({ rights: event.currentTarget.value.split('\n') })}
      />
      <TextInput
        label={words.fields.codeText}
        description={words.codeHelp}
        value={draft.codeText}
        maxLength={200}
        error={errorOf('codeText')}
        onChange={(event) => change({ codeText: event.currentTarget.value })}
      />
      <ErrorProblems error={save.error} />
      <div className={classes.foot}>
        {panel.state !== 'DRAFT' && <p className={classes.voids}>{words.voids}</p>}
        <Button type="submit" disabled={!isChanged} loading={save.isPending}>
          {t.actions.save}
        </Button>
      </div>
    </form>
  );
}

/** Without the empty lines that typing leaves. */
function cleaned(texts: Texts): Texts {
  const lines = (all: readonly string[]) => all.map((line) => line.trim()).filter((line) => line !== '');
  return {
    ...texts,
    zh: { ...texts.zh, indicators: lines(texts.zh.indicators) },
    en: { ...texts.en, indicators: lines(texts.en.indicators) },
    rights: lines(texts.rights),
  };
}
