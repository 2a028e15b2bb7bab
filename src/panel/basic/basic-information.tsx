import type { ComponentChildren, JSX } from 'preact';
import { lengthAt } from '../../metrics/live/length.ts';
import type { Session, Show } from '../../metrics/session.ts';
import { toMs } from '../../metrics/time.ts';
import { formatDuration, formatInstant } from '../../platform/format.ts';
import { creatorName } from '../creator-name.ts';
import { Button } from '../design/button.tsx';
import { type I18n, useI18n } from '../design/i18n.ts';
import { VisuallyHidden } from '../design/visually-hidden.tsx';
import { useApp } from '../state/app.ts';
import './basic.css';
import { BasicChips } from './basic-chips.tsx';
import { CopyId } from './copy-id.tsx';
import { ReplayCover } from './replay-cover.tsx';

/** Section 1: which LIVE this is, how it stands, its replay, and the way to its dashboard. */
export function BasicInformation({ session }: { session: Session }): JSX.Element {
  const { room } = session;
  const words = useI18n();
  const { t, locale } = words;
  const { ports, now } = useApp();
  const running = room.status === 'live';
  const length = lengthAt(room, now.value);
  const creator = creatorName(room);
  return (
    <section class="section" aria-labelledby="basic-title">
      <VisuallyHidden>
        <h2 id="basic-title">{t('panel_basic')}</h2>
      </VisuallyHidden>
      <div class="basic">
        <ReplayCover session={session} />
        <div>
          <p class="basic-title">{room.title ?? t('panel_untitled')}</p>
          <dl class="facts">
            {creator !== undefined && (
              <Fact name={t('panel_creator')}>
                <bdi>{creator}</bdi>
              </Fact>
            )}
            <Fact name={t('panel_room_id')}>
              <CopyId id={room.id} />
            </Fact>
            {room.startedAt !== undefined && (
              <Fact name={t('panel_started')}>
                {formatInstant(toMs(room.startedAt), room.zone, locale, 'both')}
              </Fact>
            )}
            {room.show !== undefined && (
              <Fact name={t('panel_show')}>{showText(room.show, room.zone, words)}</Fact>
            )}
            {length !== undefined && (
              <Fact name={t('panel_duration')}>
                {t(running ? 'panel_duration_so_far' : 'panel_duration_is', {
                  duration: { kind: 'text', text: formatDuration(length, locale) },
                })}
              </Fact>
            )}
          </dl>
        </div>
        <BasicChips
          room={room}
          link={
            <Button
              look="link"
              onClick={() => void ports.ask('tab.open', { page: 'live-dashboard', room: room.id })}
            >
              {t('panel_live_dashboard')} <span aria-hidden="true">↗</span>
            </Button>
          }
        />
      </div>
    </section>
  );
}

/** The planned show that the LIVE belongs to, and which part of it where it broke off. */
function showText(
  { name, plannedAt, part, parts }: Show,
  zone: Session['room']['zone'],
  { t, locale }: I18n,
): string {
  const planned =
    plannedAt === undefined
      ? undefined
      : t('panel_show_planned', {
          start: { kind: 'text', text: formatInstant(toMs(plannedAt), zone, locale, 'both') },
        });
  const broken =
    parts > 1
      ? t('panel_show_part', {
          part: { kind: 'count', value: part },
          parts: { kind: 'count', value: parts },
        })
      : undefined;
  return [name, planned, broken].filter((text) => text !== undefined).join(' · ');
}

function Fact({ name, children }: { name: string; children: ComponentChildren }): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd class="clip-text">{children}</dd>
    </div>
  );
}
