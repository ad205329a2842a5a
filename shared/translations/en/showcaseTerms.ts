import type { showcaseTerms as chinese } from '../zh-CN/showcaseTerms.ts';

/** Terms of the showcase that stand on panels as well as on screens. */
export const showcaseTerms: typeof chinese = {
  kinds: { OUTCOME: 'Outcome', CERTIFICATE: 'Certificate', PROJECT: 'Running project' },
  statuses: {
    TRANSFORMED: 'Transformed',
    TRANSFORMING: 'Being transformed',
    NOT_TRANSFORMED: 'Not transformed',
  },
  fields: {
    EPIDEMIOLOGY: 'Epidemiology and prevention',
    EARLY_DETECTION: 'Early detection',
    MOLECULAR_DIAGNOSTICS: 'Molecular and companion diagnostics',
    PATHOLOGY_IMAGING_AI: 'Pathology and imaging AI',
    BIOBANK: 'Biobank',
    DATA_PRODUCTS: 'Oncology data products',
    CHEMICAL_DRUGS: 'Chemical drugs',
    ANTIBODIES_ADC: 'Antibodies and ADCs',
    CELL_GENE_THERAPY: 'Cell and gene therapy',
    VACCINES: 'Vaccines',
    CHINESE_MEDICINE: 'Chinese medicine',
    RADIOTHERAPY: 'Radiotherapy and nuclear drugs',
    DEVICES: 'Surgical and interventional devices',
    REHABILITATION: 'Rehabilitation and nutrition',
    QUALITY_STANDARDS: 'Quality control and standards',
    MODELS: 'Animal models and organoids',
  },
  ways: {
    TRANSFER: 'Assignment',
    LICENCE: 'Licence',
    EQUITY: 'Equity for technology',
    JOINT_DEVELOPMENT: 'Joint development',
    COMMISSIONED_DEVELOPMENT: 'Commissioned development',
    OTHER: 'Other',
  },
  needs: {
    FUNDING: 'Funding',
    SITE: 'Premises',
    EQUIPMENT: 'Equipment',
    CLINICAL: 'Clinical partners',
    REGISTRATION: 'Registration',
  },
  columnKinds: {
    OUTCOMES: 'Outcomes',
    CERTIFICATES: 'Certificates',
    PROJECTS: 'Running projects',
    TARGETED: 'Selected for you',
  },
  audiences: { PUBLIC: 'Public', MEMBER: 'Members', TARGETED: 'One visiting unit' },
};
