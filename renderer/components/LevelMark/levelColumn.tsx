import { LEVELS, type Level } from '#shared/confidentiality/levels.ts';
import type { Catalogue } from '#shared/translations/catalogue.ts';
import { widthFor } from '../VirtualTable/columnWidth.ts';
import type { Column } from '../VirtualTable/VirtualTable.tsx';
import { LevelMark } from './LevelMark.tsx';

/** CSS pixels of the sign and the gap behind it, as in LevelMark.module.css. */
const SIGN = 16;

/** The level of each row, wide enough for every level's name: none is ever shown in part. */
export function levelColumn<Row extends { level: Level }>(t: Catalogue): Column<Row> {
  return {
    key: 'level',
    label: t.levels.level,
    width: widthFor(
      LEVELS.map((level) => t.levels.names[level]),
      0,
      SIGN,
    ),
    cell: ({ level }) => <LevelMark level={level} />,
  };
}
