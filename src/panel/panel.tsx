import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { isOfStorage } from '../metrics/fault.ts';
import type { Below } from './below.ts';
import { useI18n } from './design/i18n.ts';
import { Loaded, loadEarly, unloaded, useLoaded } from './design/loaded.tsx';
import { OutOfSightDue } from './design/out-of-sight.ts';
import { useIdle } from './design/use-idle.ts';
import { useMedia } from './design/use-media.ts';
import { RoomRail } from './picker/room-rail.tsx';
import { useActions } from './shell/actions.ts';
import { FirstRun } from './shell/first-run.tsx';
import { Header, SampleRibbon } from './shell/header.tsx';
import { Loading } from './shell/loading.tsx';
import { PrintHead } from './shell/print-head.tsx';
import { goTo, SectionNav } from './shell/section-nav.tsx';
import { useShortcuts, type Windows } from './shortcuts/use-shortcuts.ts';
import './shell/shell.css';
import './shell/print.css';
import { StateBar } from './shell/states.tsx';
import { Unread } from './shell/unread.tsx';
import { useApp } from './state/app.ts';

const loadSummary = () =>
  import('./diagnosis/diagnosis-summary.tsx').then(({ DiagnosisSummary }) => DiagnosisSummary);
const loadBelow = () => import('./below.ts').then(({ below }) => below);
const replayDialog = () =>
  import('./replay/replay-dialog.tsx').then(({ ReplayDialog }) => ReplayDialog);
const shortcutList = () =>
  import('./shortcuts/shortcut-list.tsx').then(({ ShortcutList }) => ShortcutList);
const palette = () => import('./palette/palette.tsx').then(({ Palette }) => Palette);
const importDialog = () =>
  import('./import/import-dialog.tsx').then(({ ImportDialog }) => ImportDialog);
const whatsNew = () => import('./news/whats-new.tsx').then(({ WhatsNew }) => WhatsNew);
const overTimeDialog = () =>
  import('./over-time/over-time-dialog.tsx').then(({ OverTimeDialog }) => OverTimeDialog);
const downloadDialog = () =>
  import('./download/download-dialog.tsx').then(({ DownloadDialog }) => DownloadDialog);
const besideDialog = () =>
  import('./beside/beside-dialog.tsx').then(({ BesideDialog }) => BesideDialog);
const compareDialog = () =>
  import('./two-lives/compare-dialog.tsx').then(({ CompareDialog }) => CompareDialog);

/**
 * Has the code of a LIVE's first figures come before anything is drawn: asked for by the drawing alone, they would wait
 * for it. Resolves once it is there or can't be loaded, which the drawing tells.
 */
export const askForSummary = (): Promise<void> => loadEarly(loadSummary);

/** The same of all that lies below them. */
export const askForBelow = (): Promise<void> => loadEarly(loadBelow);

/** Whether what lies below the first figures is there, or could not be loaded. */
const isAsWholeAsCanBe = (below: Below | undefined): boolean =>
  below !== undefined || unloaded.value.length > 0;

/** The whole panel; what the seller sees first of it may be `painted` in its place already. */
export function Panel({ painted = false }: { painted?: boolean }): JSX.Element {
  const { t } = useI18n();
  const app = useApp();
  const { id, session, fault } = app.room.view.value;
  const sample = app.settings.settings.value.sample || session?.simulated === true;
  const none = id === undefined && !app.starting.value;
  const hasBoard = app.board.view.value.pinned.length > 0;
  const hasPlans = app.plans.view.value.plans.length > 0;
  const Summary = useLoaded(loadSummary);
  // Without what draws it, a report is as good as none.
  const report = Summary && app.report.report.value;
  const inView =
    id === undefined || session === undefined || report === undefined
      ? undefined
      : { report, session };
  // Without a LIVE only what the seller keeps has a section to lead to.
  const hasNav = hasBoard || hasPlans || inView !== undefined || (!none && fault === undefined);
  const isLoading = id !== undefined && inView === undefined && fault === undefined;
  const { rooms, known } = app.list.view.value;
  // Beside a LIVE that could not be read an empty column would look broken.
  const isUnlisted = fault !== undefined && known && rooms.length === 0;
  const isWide = useMedia('(min-width: 1280px)');
  // Of the first LIVE to come into view, what the seller sees first is painted before the rest is made.
  const idle = useIdle(inView !== undefined, painted);
  // Its code comes while the worker reads, after that of the first figures where there are any to draw; it is drawn in
  // its turn.
  const loaded = useLoaded(loadBelow, Summary !== undefined || none || fault !== undefined);
  const below = idle || none || fault !== undefined ? loaded : undefined;
  // The other LIVEs are listed, and the figures of all of them read, once everything of this one is painted.
  const isWhole = useIdle(inView !== undefined && idle && isAsWholeAsCanBe(below));
  const { withFigures } = app.list.view.value;
  useEffect(() => {
    if (isWhole && known && withFigures === undefined) void app.list.complete();
  }, [app, isWhole, known, withFigures]);
  const hasScreen = inView !== undefined;
  useEffect(() => (hasScreen ? below?.keepScreens(app) : undefined), [app, below, hasScreen]);
  const sections = useRef<HTMLDivElement>(null);
  const shown = useSignal<keyof Windows | undefined>(undefined);
  const windows = useMemo(
    () => ({
      keys: () => {
        shown.value = 'keys';
      },
      palette: () => {
        shown.value = 'palette';
      },
      overTime: () => {
        shown.value = 'overTime';
      },
      downloads: () => {
        shown.value = 'downloads';
      },
      news: () => {
        shown.value = 'news';
      },
    }),
    [shown],
  );
  const closeWindow = (): void => {
    shown.value = undefined;
  };
  useShortcuts(app, windows);
  const actions = useActions(windows);
  return (
    <div class={`panel${sample ? ' panel-sample' : ''}${hasNav ? '' : ' panel-bare'}`}>
      {inView !== undefined && (
        <button type="button" class="skip-link" onClick={() => goTo('diagnosis')}>
          {t('panel_skip')}
        </button>
      )}
      {sample && <SampleRibbon />}
      <Header hasLive={!none} actions={actions} onFind={windows.palette} />
      {hasNav && <SectionNav />}
      {inView !== undefined && <PrintHead room={inView.session.room} />}
      <div class="panel-body">
        {isWide && !none && !isUnlisted && <RoomRail due={isWhole || fault !== undefined} />}
        <main>
          <div
            ref={sections}
            // While the next LIVE is read as high as the one before, so that the seller stays where she was.
            style={{
              minHeight: isLoading ? `${sections.current?.offsetHeight ?? 0}px` : undefined,
            }}
          >
            <Body Summary={Summary} below={below} />
          </div>
          {below !== undefined && (hasBoard || inView !== undefined) && <below.BoardSection />}
          {below !== undefined && (hasPlans || inView !== undefined) && (
            <below.NextLive inView={inView} />
          )}
          {below !== undefined && inView !== undefined && (
            <footer class="foot">{t(sample ? 'panel_foot_sample' : 'panel_foot')}</footer>
          )}
        </main>
      </div>
      <StateBar />
      {shown.value === 'keys' && <Loaded load={shortcutList} props={{ onClose: closeWindow }} />}
      {shown.value === 'news' && <Loaded load={whatsNew} props={{ onClose: closeWindow }} />}
      {shown.value === 'palette' && (
        <Loaded
          load={palette}
          props={{ actions: [...actions.files, ...actions.items], onClose: closeWindow }}
        />
      )}
      {shown.value === 'downloads' && (
        <Loaded
          load={downloadDialog}
          props={{ items: actions.files, said: actions.said, onClose: closeWindow }}
        />
      )}
      {shown.value === 'overTime' && (
        <Loaded load={overTimeDialog} props={{ onClose: closeWindow }} />
      )}
      {app.replay.value !== undefined && <Loaded load={replayDialog} props={{}} />}
      {app.beside.value !== undefined && <Loaded load={besideDialog} props={{}} />}
      {app.comparing.value !== undefined && <Loaded load={compareDialog} props={{}} />}
      {app.importing.value !== undefined && <Loaded load={importDialog} props={{}} />}
      {loaded !== undefined && !app.settings.settings.value.sample && <loaded.DropZone />}
    </div>
  );
}

/** The sections of the LIVE in view, or what stands in their place; the first screen's alone until `below` is there. */
function Body({
  Summary,
  below,
}: {
  Summary: Awaited<ReturnType<typeof loadSummary>> | undefined;
  below: Below | undefined;
}): JSX.Element {
  const app = useApp();
  const { id, session, fault } = app.room.view.value;
  const report = app.report.report.value;
  const isDrawn = session !== undefined && report !== undefined && Summary !== undefined;
  const isPainted = useIdle(isDrawn && isAsWholeAsCanBe(below), false, id);
  if (id === undefined) {
    const lost = app.lost.value;
    if (app.starting.value) return <Loading />;
    if (lost === undefined || !isOfStorage(lost)) return <FirstRun />;
    return <Unread fault={lost} />;
  }
  if (session === undefined) {
    return fault === undefined ? <Loading /> : <Unread fault={fault} />;
  }
  // What is known of a LIVE is shown once it is judged, whatever is said below of a newer reading.
  if (report === undefined || Summary === undefined) return <Loading />;
  return (
    <OutOfSightDue.Provider value={isPainted}>
      <Summary key={`${id} summary`} report={report} session={session} below={below} />
      {below !== undefined ? (
        <>
          <below.BasicInformation session={session} />
          <below.Performance key={`${id} data`} report={report} session={session} />
          <below.Benchmarks key={`${id} benchmarks`} />
        </>
      ) : (
        <div class="rest-to-come" aria-busy="true" />
      )}
    </OutOfSightDue.Provider>
  );
}
