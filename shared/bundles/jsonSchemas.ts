import { z } from 'zod';
import { bundleJsonSchema } from './bundleJson.ts';
import { itemJsonSchema } from './itemJson.ts';

/** The JSON Schemas (draft 2020-12) that ship in every bundle, by their path in the bag. */
export function publishedSchemas(): Map<string, string> {
  return new Map([
    ['data/schema/bundle.schema.json', schemaText(bundleJsonSchema, 'mengbu-bundle 1')],
    ['data/schema/item.schema.json', schemaText(itemJsonSchema, 'mengbu-item 1')],
  ]);
}

function schemaText(schema: z.ZodType, title: string): string {
  const published = { ...z.toJSONSchema(schema, { io: 'input' }), title };
  return `${JSON.stringify(published, null, 2)}\n`;
}
