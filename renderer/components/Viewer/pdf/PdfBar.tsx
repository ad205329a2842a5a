import { IconLayoutSidebar, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useT } from '../../../translations.ts';
import { IconButton } from '../../IconButton/IconButton.tsx';
import classes from './PdfBar.module.css';

/** Page number and zoom of a document. */
export function PdfBar({
  page,
  pages,
  factor,
  isFitted,
  listOpen,
  onGo,
  onFactor,
  onFit,
  onList,
}: {
  page: number;
  pages: number;
  factor: number;
  isFitted: boolean;
  listOpen: boolean;
  onGo: (page: number) => void;
  onFactor: (factor: number) => void;
  onFit: () => void;
  onList: () => void;
}) {
  const t = useT();
  const [typed, setTyped] = useState<string | null>(null);
  const submit = () => {
    const wanted = Number(typed?.normalize('NFKC'));
    if (typed !== null && Number.isInteger(wanted) && wanted >= 1) onGo(wanted);
    setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') submit();
    if (event.key === 'Escape') setTyped(null);
  };
  return (
    <div className={classes.bar} role="toolbar" aria-label={t.records.viewer.page}>
      <IconButton label={t.records.viewer.pageList} onClick={onList} pressed={listOpen}>
        <IconLayoutSidebar size={18} stroke={1.5} />
      </IconButton>
      <input
        className={classes.page}
        inputMode="numeric"
        aria-label={t.records.viewer.goToPage}
        value={typed ?? String(page)}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={submit}
      />
      <span className={classes.of}>{t.records.viewer.pageOf(pages)}</span>
      <span className={classes.gap} />
      <IconButton label={t.records.viewer.zoomOut} shortcut="-" onClick={() => onFactor(factor / 1.25)}>
        <IconZoomOut size={18} stroke={1.5} />
      </IconButton>
      <button
        type="button"
        className={classes.factor}
        onClick={onFit}
        aria-pressed={isFitted}
        title={t.records.viewer.fit}
      >
        {Math.round(factor * 100)}%
      </button>
      <IconButton label={t.records.viewer.zoomIn} shortcut="+" onClick={() => onFactor(factor * 1.25)}>
        <IconZoomIn size={18} stroke={1.5} />
      </IconButton>
    </div>
  );
}
