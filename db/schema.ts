/** All tables of a tier: the one barrel, because drizzle wants them together. */
export * from './agreements/schema.ts';
export * from './body/schema.ts';
export * from './bundles/schema.ts';
export * from './confidentiality/schema.ts';
export * from './items/schema.ts';
export * from './meetings/schema.ts';
export * from './members/schema.ts';
export * from './outcomes/schema.ts';
export * from './people/schema.ts';
export * from './projects/schema.ts';
export * from './records/importsSchema.ts';
export * from './records/schema.ts';
export * from './screening/schema.ts';
export * from './showcase/schema.ts';
export * from './vault/schema.ts';
