import { Button } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconPhotoPlus, IconX } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import type { Panel } from '#shared/showcase/contract.ts';
import { MOST_PICTURES, type PanelPicture } from '#shared/showcase/panel.ts';
import { ShownCitationText } from '../../components/CitationField/CitationText.tsx';
import { Deeds } from '../../components/Deeds.tsx';
import { FileThumb } from '../../components/FileThumb/FileThumb.tsx';
import { IconButton } from '../../components/IconButton/IconButton.tsx';
import { InlineEdit } from '../../components/InlineEdit/InlineEdit.tsx';
import { errorSentences, useProblems } from '../../components/problems.ts';
import type { VersionedEdit } from '../../components/versionedEdit.ts';
import { useT } from '../../translations.ts';
import classes from './PicturesTab.module.css';
import type { PanelValues } from './usePanelEdit.ts';

const CitationPicker = lazy(async () => ({
  default: (await import('../../components/CitationField/CitationPicker.tsx')).CitationPicker,
}));

/** Pictures and films of a panel: files of archive records, in the order they are shown. */
export function PicturesTab({ panel, edit }: { panel: Panel; edit: VersionedEdit<PanelValues> }) {
  const t = useT();
  const words = t.showcase.panels;
  const report = useProblems();
  const [isChoosing, setIsChoosing] = useState(false);
  const change = (next: (pictures: PanelPicture[]) => PanelPicture[]) =>
    edit((values) => ({ ...values, pictures: next(values.pictures) }));
  const changeOne = (at: number, changes: Partial<PanelPicture>) =>
    change((pictures) => pictures.map((each, index) => (index === at ? { ...each, ...changes } : each)));
  const swap = (one: number, other: number) =>
    void change((pictures) => {
      const next = [...pictures];
      const moved = next.splice(one, 1);
      next.splice(other, 0, ...moved);
      return next;
    }).catch(report);
  const caption = (at: number, name: 'caption' | 'captionEn', value: string, maxLength: number) => (
    <>
      <span className={classes.label}>{words[name]}</span>
      <InlineEdit
        label={words[name]}
        value={value}
        maxLength={maxLength}
        onSave={(typed) => changeOne(at, { [name]: typed })}
        errorText={(error) => errorSentences(t, error).join(' ')}
      />
    </>
  );
  return (
    <div className={classes.tab}>
      {panel.pictures.length === 0 && <p className={classes.none}>{words.noPictures}</p>}
      {panel.state !== 'DRAFT' && (
        <Deeds>
          <p className={classes.voids}>{words.voids}</p>
        </Deeds>
      )}
      <ul className={classes.pictures}>
        {panel.pictures.map(({ cited, caption: zh, captionEn: en, fileId, recordId }, at) => (
          <li key={`${recordId} ${fileId}`} className={classes.picture}>
            <div className={classes.thumb}>
              <FileThumb file={cited} fill="cover" />
            </div>
            <div className={classes.words}>
              {caption(at, 'caption', zh, 60)}
              {caption(at, 'captionEn', en, 180)}
              <ShownCitationText citation={cited} />
              {cited.state === 'PRESENT' && !cited.isPublic && (
                <p className={classes.voids}>{words.notPublic}</p>
              )}
            </div>
            <Deeds>
              <div className={classes.deeds}>
                <IconButton
                  label={t.showcase.exhibitions.moveUp}
                  size={28}
                  disabled={at === 0}
                  onClick={() => swap(at, at - 1)}
                >
                  <IconArrowLeft size={16} stroke={1.5} />
                </IconButton>
                <IconButton
                  label={t.showcase.exhibitions.moveDown}
                  size={28}
                  disabled={at === panel.pictures.length - 1}
                  onClick={() => swap(at, at + 1)}
                >
                  <IconArrowRight size={16} stroke={1.5} />
                </IconButton>
                <IconButton
                  label={words.removePicture}
                  size={28}
                  onClick={() =>
                    void change((pictures) => pictures.filter((_, index) => index !== at)).catch(report)
                  }
                >
                  <IconX size={16} stroke={1.5} />
                </IconButton>
              </div>
            </Deeds>
          </li>
        ))}
      </ul>
      <Deeds>
        <div>
          <Button
            variant="default"
            leftSection={<IconPhotoPlus size={16} stroke={1.5} />}
            disabled={panel.pictures.length >= MOST_PICTURES}
            onClick={() => setIsChoosing(true)}
          >
            {words.addPicture}
          </Button>
        </div>
      </Deeds>
      {isChoosing && (
        <Suspense>
          <CitationPicker
            title={words.addPicture}
            level={panel.level}
            onClose={() => setIsChoosing(false)}
            onChoose={(citation) => {
              setIsChoosing(false);
              void change((pictures) => [...pictures, { ...citation, caption: '', captionEn: '' }]).catch(
                report,
              );
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
