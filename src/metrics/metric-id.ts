import * as v from 'valibot';
import { metricIds } from './catalogue.ts';

/** A metric of the catalogue, named in stored or foreign data. */
export const MetricIdSchema = v.picklist(metricIds);
