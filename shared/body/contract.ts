import { z } from 'zod';
import { levelSchema } from '../confidentiality/levels.ts';
import { documentFormatSchema, offeredFileSchema } from '../documents/document.ts';
import { procedure } from '../errors.ts';
import { idSchema } from '../ids.ts';
import { itemHeadSchema, itemRefSchema, removedSchema } from '../items.ts';
import { STAFF_TIERS } from '../people/qualificationCodes.ts';
import { appointmentFieldsSchema } from './appointment.ts';
import { groupFieldsSchema } from './group.ts';
import { ruleReadingSchema, rulesetFieldsSchema, ruleVersionFieldsSchema } from './ruleset.ts';

const versioned = z.object({ id: idSchema, version: z.number().int() });
const removal = versioned.extend({ reason: z.string().trim().max(500) });

export const tenureStateSchema = z.enum(['NOT_YET', 'CURRENT', 'ENDED']);

export const appointmentSchema = itemHeadSchema.extend({
  fields: appointmentFieldsSchema,
  person: itemRefSchema.nullable(),
  /** The person's unit. */
  unit: itemRefSchema.nullable(),
  staffTier: z.enum([...STAFF_TIERS, '']),
  /** null for the coordinator, who is of no group. */
  group: itemRefSchema.nullable(),
  state: tenureStateSchema,
});
export type Appointment = z.infer<typeof appointmentSchema>;

export const groupSchema = itemHeadSchema.extend({
  fields: groupFieldsSchema,
  /** Leaders first, then by name; ended ones last. */
  appointments: z.array(appointmentSchema),
});
export type Group = z.infer<typeof groupSchema>;

export const ruleVersionSchema = z.object({
  id: idSchema,
  ...ruleVersionFieldsSchema.shape,
  inForce: z.boolean(),
  readings: z.array(
    z.object({
      id: idSchema,
      reader: z.string(),
      person: itemRefSchema.nullable(),
      readOn: z.iso.date(),
      recordedBy: z.string(),
    }),
  ),
});
export type RuleVersion = z.infer<typeof ruleVersionSchema>;

export const rulesetSchema = itemHeadSchema.extend({
  fields: rulesetFieldsSchema,
  /** Newest first. */
  versions: z.array(ruleVersionSchema),
  /** Who holds an office today and has not read the version in force. */
  unread: z.array(itemRefSchema),
  /** The user of this session has said to have read the version in force; null: none is in force. */
  readByMe: z.boolean().nullable(),
});
export type Ruleset = z.infer<typeof rulesetSchema>;

/** What the relation map shows: who belongs to which group and which unit today. */
export const relationMapSchema = z.object({
  groups: z.array(itemRefSchema.extend({ type: groupFieldsSchema.shape.type })),
  people: z.array(
    itemRefSchema.extend({
      unitId: idSchema.nullable(),
      staffTier: z.enum([...STAFF_TIERS, '']),
      isCoordinator: z.boolean(),
      offices: z.array(z.object({ groupId: idSchema, role: appointmentFieldsSchema.shape.role })),
    }),
  ),
  units: z.array(itemRefSchema),
});
export type RelationMap = z.infer<typeof relationMapSchema>;

const appointment = z.object({
  level: levelSchema,
  personId: idSchema,
  groupId: idSchema.nullable(),
  fields: appointmentFieldsSchema,
});

export const groupsContract = {
  list: procedure.output(z.array(groupSchema)),
  create: procedure.input(z.object({ level: levelSchema, fields: groupFieldsSchema })).output(groupSchema),
  edit: procedure.input(versioned.extend({ fields: groupFieldsSchema })).output(groupSchema),
  remove: procedure.input(removal).output(removedSchema),
};

export const appointmentsContract = {
  /** Of one person, or of all; newest first. */
  list: procedure.input(z.object({ personId: idSchema.nullable() })).output(z.array(appointmentSchema)),
  /** Those who held the office of 总协调人, newest first. */
  coordinators: procedure.output(z.array(appointmentSchema)),
  create: procedure
    .input(
      appointment.extend({
        /** A new coordinator takes over: who holds the office ends the day before. */
        succeeds: z.boolean(),
      }),
    )
    .output(appointmentSchema),
  edit: procedure
    .input(versioned.extend({ groupId: idSchema.nullable(), fields: appointmentFieldsSchema }))
    .output(appointmentSchema),
  remove: procedure.input(removal).output(removedSchema),
  /** 聘书, as Word or PDF. */
  letter: procedure.input(z.object({ id: idSchema, format: documentFormatSchema })).output(offeredFileSchema),
};

export const rulesetsContract = {
  list: procedure.output(z.array(rulesetSchema)),
  get: procedure.input(z.object({ id: idSchema })).output(rulesetSchema),
  create: procedure
    .input(z.object({ level: levelSchema, fields: rulesetFieldsSchema, first: ruleVersionFieldsSchema }))
    .output(rulesetSchema),
  edit: procedure.input(versioned.extend({ fields: rulesetFieldsSchema })).output(rulesetSchema),
  remove: procedure.input(removal).output(removedSchema),
  addVersion: procedure.input(versioned.extend({ fields: ruleVersionFieldsSchema })).output(rulesetSchema),
  /** A slip in a version nobody has read yet; one that was read stays as it is. */
  correctVersion: procedure
    .input(versioned.extend({ versionId: idSchema, fields: ruleVersionFieldsSchema }))
    .output(rulesetSchema),
  /** Adds to the log of who has read which version when. */
  recordReading: procedure.input(versioned.extend({ reading: ruleReadingSchema })).output(rulesetSchema),
};

export const bodyContract = {
  relationMap: procedure.output(relationMapSchema),
};
