import { chineseDate, localDateOf } from '#shared/dates.ts';
import type { RecoverySheet } from '#shared/vault/contract.ts';
import { SvgMarkup } from '../../components/SvgMarkup.tsx';
import { useTranslation } from '../../translations.ts';
import classes from './RecoveryPaper.module.css';

/** The sheet as it is printed: one page of A4, black on white whatever the theme. */
export function RecoveryPaper({ sheet, vaultName }: { sheet: RecoverySheet; vaultName: string }) {
  const { t, language } = useTranslation();
  const words = t.vault.recoverySheet;
  const today = localDateOf(new Date());
  return (
    <article className={classes.paper}>
      <h3 className={classes.title}>{words.heading(vaultName)}</h3>
      <p className={classes.warning}>{words.warning}</p>
      <h4 className={classes.caption}>{words.words}</h4>
      <ol className={classes.words}>
        {sheet.words.map((word, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a word may stand in two places, and places never change
          <li key={index}>
            <span className={classes.position}>{index + 1}</span>
            {word}
          </li>
        ))}
      </ol>
      <div className={classes.code}>
        <SvgMarkup svg={sheet.qrSvg} label={words.qr} className={classes.qr} />
        <div>
          <h4 className={classes.caption}>{words.identity}</h4>
          <p className={classes.identity}>{sheet.identity}</p>
          <p className={classes.small}>{words.qr}</p>
          <p className={classes.small}>{words.use}</p>
          <p className={classes.small}>{words.outside}</p>
        </div>
      </div>
      <dl className={classes.signed}>
        <div>
          <dt>{words.madeOn(language === 'zh-CN' ? chineseDate(today) : today)}</dt>
        </div>
        <div>
          <dt>{words.sealedBy}</dt>
          <dd />
        </div>
        <div>
          <dt>{words.place}</dt>
          <dd />
        </div>
      </dl>
    </article>
  );
}
