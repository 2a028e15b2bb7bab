import type { Report } from '../../diagnosis/report.ts';
import type { Session } from '../../metrics/session.ts';
import type { I18n } from '../design/i18n.ts';
import { aboutTable } from './about-table.ts';
import type { DataTable, ReportTables } from './cell.ts';
import { fileClock } from './clock.ts';
import { definitionsTable, factorsTable, figuresTable } from './figure-tables.ts';
import { changesTable, pinResultsTable, stepsTable, togetherTable } from './outlook-tables.ts';
import { sessionTables } from './session-tables.ts';

/**
 * Everything that is known and worked out of a LIVE, as tables: which LIVE it is, every metric with
 * benchmark and usual range and its definition, what the steps could bring, factors, products, traffic
 * sources, audience, pins and how they did, what changed, and the course over time. A table of which
 * nothing is known is left out. All files are written from these.
 */
export function reportTables(report: Report, session: Session, words: I18n): ReportTables {
  const zone = fileClock(session);
  const tables: readonly (DataTable | undefined)[] = [
    aboutTable(report, session, zone, words),
    figuresTable(report, session, words),
    stepsTable(report, words),
    togetherTable(report, words),
    factorsTable(report, words),
    sessionTables.products(session, words),
    sessionTables.sources(session, words),
    sessionTables.audience(session, words),
    sessionTables.pins(session, words),
    pinResultsTable(report, words),
    sessionTables.violations(session, words),
    changesTable(report, words),
    sessionTables.timeline(session, words),
    definitionsTable(report, words),
  ];
  return { tables: tables.filter((table) => table !== undefined), zone };
}
