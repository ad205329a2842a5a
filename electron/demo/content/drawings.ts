import type { Level } from '#shared/confidentiality/levels.ts';
import type { Term } from '#shared/confidentiality/terms.ts';
import { drawingSheet } from '../pictures/drawings.ts';
import { placeOf } from './minutes.ts';
import { BASIS, type RecordPlan } from './plan.ts';
import { type ProjectKey, projectOf } from './projects.ts';
import { authors } from './research.ts';
import { unitOf } from './units.ts';
import { markOf, runningTerm, type World } from './world.ts';

const PARTS: Partial<Record<ProjectKey, readonly string[]>> = {
  navigation: ['总装图', '光源支架', '主机外壳'],
  cell: ['总装图', '密封法兰', '培养舱体', '接口法兰', '灌流泵外壳', '气体交换舱'],
  radiotherapy: ['模体外壳', '剂量计舱', '接口法兰'],
};

/** Engineering drawings of the three projects that build something. */
export function drawingRecords(world: World, count: number): RecordPlan[] {
  const makers: readonly ProjectKey[] = ['navigation', 'cell', 'radiotherapy', 'cell'];
  return Array.from({ length: count }, (_, index) => {
    const project = projectOf(makers[index % makers.length] ?? 'navigation');
    const docDate = world.dayOf(project.key, (index + 0.5) / (count + 1));
    const parts = PARTS[project.key] ?? [];
    const part =
      parts[Math.floor(index / (project.key === 'cell' ? 2 : makers.length)) % parts.length] ?? '总装图';
    const level: Level =
      project.key === 'cell'
        ? 'CORE_TRADE_SECRET'
        : project.key === 'navigation'
          ? 'TRADE_SECRET'
          : 'INTERNAL';
    const number = `YJ-${world.code(project.key)}-${String(index + 1).padStart(2, '0')}`;
    const term: Term =
      level === 'CORE_TRADE_SECRET' && index % 2 === 1
        ? 'UNTIL_PUBLISHED'
        : runningTerm(world, level, docDate);
    const staff = authors(world, project, world.dice(`drawing/${index}`), 2);
    const title = `${project.short}${part}${part.endsWith('图') ? '' : '设计图'}`;
    const kind =
      part.includes('法兰') || part.includes('支架')
        ? 'flange'
        : part.includes('舱') || part.includes('总装')
          ? 'chamber'
          : 'housing';
    return {
      fields: {
        title,
        docDate,
        docNo: number,
        responsible: unitOf(project.lead).name,
        category: 'KJ',
        subcategory: 'KY',
        retention: 'Y',
        dept: '项目管理部',
        originalForm: 'BORN_DIGITAL',
        originalPlace: placeOf(docDate, 6),
        place: '',
        description: `${part}三视图与技术要求，图号${number}。`,
        keywords: ['设计图', part, project.short],
        language: 'zh',
      },
      level,
      term,
      basis: BASIS[level],
      personalInfo: false,
      project: project.key,
      people: staff,
      files: [
        {
          name: `${number} ${part}.jpg`,
          role: 'ORIGINAL',
          make: (studio) =>
            studio.plain(
              drawingSheet(
                {
                  title: `${part}`,
                  number,
                  mark: markOf(level, term),
                  unit: unitOf(project.lead).name,
                  by: world.people[staff[0] ?? 0]?.name ?? '',
                  checkedBy: project.head,
                  date: docDate,
                  kind,
                },
                world.dice(`drawing/${index}/lines`),
              ),
            ),
        },
      ],
    } satisfies RecordPlan;
  });
}
