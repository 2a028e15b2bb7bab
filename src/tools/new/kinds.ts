import { endpointKind } from './endpoint.ts';
import { factorKind } from './factor.ts';
import type { Kind } from './kind.ts';
import { languageKind } from './language.ts';
import { metricKind } from './metric.ts';
import { verbKind } from './verb.ts';

/** What can be made, by the word that asks for it. */
export const kinds: ReadonlyMap<string, Kind> = new Map([
  ['factor', factorKind],
  ['metric', metricKind],
  ['endpoint', endpointKind],
  ['verb', verbKind],
  ['language', languageKind],
]);
