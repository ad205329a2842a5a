import type { ItemShape } from '../items/shapeType.ts';

export const personShape: ItemShape = {
  table: 'person',
  columns: [
    'department',
    'position',
    'title_level',
    'professional_title',
    'education',
    'degree',
    'major',
    'research',
    'orcid',
    'staff_tier',
    'phone',
    'email',
    'note',
  ],
  search: `select department || char(10) || position || char(10) || professional_title || char(10) || major || char(10) ||
     research || char(10) || orcid || char(10) || phone || char(10) || email || char(10) || note from person where id = ?`,
};

export const dossierShape: ItemShape = {
  table: 'dossier',
  columns: ['note'],
  children: [
    {
      name: 'education',
      table: 'dossier_education',
      owner: 'dossier_id',
      columns: [
        'position',
        'from_month',
        'to_month',
        'school',
        'major',
        'education',
        'degree',
        'certificate',
      ],
      order: 'position, id',
    },
    {
      name: 'work',
      table: 'dossier_work',
      owner: 'dossier_id',
      columns: ['position', 'from_month', 'to_month', 'unit', 'department', 'post', 'duties'],
      order: 'position, id',
    },
    {
      name: 'assessments',
      table: 'dossier_assessment',
      owner: 'dossier_id',
      columns: ['position', 'kind', 'period', 'criteria', 'score', 'grade', 'assessor', 'opinion'],
      order: 'position, id',
    },
  ],
  search: `select note || char(10) ||
     coalesce((select group_concat(school || ' ' || major || ' ' || certificate, char(10)) from dossier_education where dossier_id = dossier.id), '') || char(10) ||
     coalesce((select group_concat(unit || ' ' || department || ' ' || post || ' ' || duties, char(10)) from dossier_work where dossier_id = dossier.id), '') || char(10) ||
     coalesce((select group_concat(period || ' ' || criteria || ' ' || opinion, char(10)) from dossier_assessment where dossier_id = dossier.id), '')
     from dossier where id = ?`,
};
