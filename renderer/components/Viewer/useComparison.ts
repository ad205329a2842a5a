import { useState } from 'react';
import type { RecordFile } from '#shared/records/file.ts';
import type { PictureMoves } from './ImageStage.tsx';
import { type Picture, usePicture } from './usePicture.ts';
import type { Point, Size } from './viewport.ts';

type Side = 'first' | 'second';

/** The picture on the stage and, while comparing, a second one beside it that follows zoom and pan. */
export function useComparison(files: readonly RecordFile[], at: number) {
  const [secondIndex, setSecondIndex] = useState<number | null>(null);
  const [choosing, setChoosing] = useState(false);
  const [linked, setLinked] = useState(true);
  const [sizes, setSizes] = useState<ReadonlyMap<string, Size>>(new Map());
  const first = files[at];
  const second = secondIndex === null || secondIndex === at ? null : (files[secondIndex] ?? null);
  const pictures: Record<Side, Picture> = {
    first: usePicture(first?.id ?? '', sizeOf(first, sizes)),
    second: usePicture(second?.id ?? '', sizeOf(second ?? undefined, sizes)),
  };
  const moved = (side: Side): Picture[] =>
    linked && second?.kind === 'image' ? [pictures.first, pictures.second] : [pictures[side]];

  return {
    pictures,
    second,
    secondIndex: second === null ? null : secondIndex,
    linked,
    /** A picture beside which another is to be chosen, or which stands beside one. */
    active: choosing || second !== null,
    choosing,
    canCompare: first?.kind === 'image' && files.filter(({ kind }) => kind === 'image').length > 1,
    /** Puts the next picture beside this one; another is then chosen in the film strip. */
    begin() {
      setChoosing(true);
      setSecondIndex(nextPicture(files, at));
    },
    choose: setSecondIndex,
    end() {
      setChoosing(false);
      setSecondIndex(null);
    },
    toggleLink: () => setLinked(!linked),
    learnSize: (id: string, size: Size) => setSizes((known) => new Map(known).set(id, size)),
    movesOf(side: Side): PictureMoves {
      return {
        zoom: (factor: number, point: Point) => {
          for (const picture of moved(side)) picture.zoom(factor, point);
        },
        pan: (by: Point) => {
          for (const picture of moved(side)) picture.pan(by);
        },
        toggle: (point: Point) => {
          for (const picture of moved(side)) picture.toggle(point);
        },
      };
    },
    /** The same for all pictures on the stage, as buttons and keys ask for it. */
    each(deed: (picture: Picture) => void) {
      for (const picture of moved('first')) deed(picture);
    },
  };
}
export type Comparison = ReturnType<typeof useComparison>;

function sizeOf(file: RecordFile | undefined, sizes: ReadonlyMap<string, Size>): Size | null {
  if (file === undefined) return null;
  if (file.width !== null && file.height !== null) return { width: file.width, height: file.height };
  return sizes.get(file.id) ?? null;
}

function nextPicture(files: readonly RecordFile[], at: number): number | null {
  for (let step = 1; step < files.length; step += 1) {
    const index = (at + step) % files.length;
    if (files[index]?.kind === 'image') return index;
  }
  return null;
}
