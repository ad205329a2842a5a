import { chineseDate } from '#shared/dates.ts';
import { agoText, instantText } from '../../formats.ts';
import { useT, useTranslation } from '../../translations.ts';

/** A calendar date, also a partial one: 2026年11月20日 in Chinese, ISO elsewhere. */
export function DateText({ date }: { date: string | null }) {
  const { language, t } = useTranslation();
  if (date === null) return <span>{t.actions.notFilled}</span>;
  return <time dateTime={date}>{language === 'zh-CN' ? chineseDate(date) : date}</time>;
}

/** A moment on this machine's clock: '2026-11-20 14:05', or how long ago it was with the moment as its title. */
export function InstantText({ at, ago = false }: { at: number; ago?: boolean }) {
  const t = useT();
  const text = instantText(at);
  return (
    <time dateTime={new Date(at).toISOString()} title={ago ? text : undefined}>
      {ago ? agoText(t, at, Date.now()) : text}
    </time>
  );
}
