import type { ComponentChildren, JSX } from 'preact';
import { lengthAt } from '../../metrics/live/length.ts';
import type { Session, Show } from '../../metrics/session.ts';
import { toMs } from '../../metrics/time.ts';
import { formatDuration, formatInstant } from '../../platform/format.ts';
import { creatorName } from '../creator-name.ts';
import { Button } from '../design/button.tsx';
import { VisuallyHidden } from '../design/visually-hidden.tsx';
import { useWords, type Words } from '../design/words.ts';
import { useApp } from '../state/app.ts';
import './basic.css';
import { BasicChips } from './basic-chips.tsx';
import { CopyId } from './copy-id.tsx';
import { ReplayCover } from './replay-cover.tsx';

/** Section 1: which LIVE this is, how it stands, its replay, and the way to its dashboard. */
export function BasicInformation({ session }: { session: Session }): JSX.Element {
  const { room } = session;
  const words = useWords();
  const { say, locale } = words;
  const { ports, now } = useApp();
  const running = room.status === 'live';
  const length = lengthAt(room, now.value);
  const creator = creatorName(room);
  return (
    <section class="section" aria-labelledby="basic-title">
      <VisuallyHidden>
        <h2 id="basic-title">{say('panel_basic')}</h2>
      </VisuallyHidden>
      <div class="basic">
        <ReplayCover session={session} />
        <div>
          <p class="basic-title">{room.title ?? say('panel_untitled')}</p>
          <dl class="facts">
            {creator !== undefined && (
              <Fact name={say('panel_creator')}>
                <bdi>{creator}</bdi>
              </Fact>
            )}
            <Fact name={say('panel_room_id')}>
              <CopyId id={room.id} />
            </Fact>
            {room.startedAt !== undefined && (
              <Fact name={say('panel_started')}>
                {formatInstant(toMs(room.startedAt), room.zone, locale, 'both')}
              </Fact>
            )}
            {room.show !== undefined && (
              <Fact name={say('panel_show')}>{showText(room.show, room.zone, words)}</Fact>
            )}
            {length !== undefined && (
              <Fact name={say('panel_duration')}>
                {say(running ? 'panel_duration_so_far' : 'panel_duration_is', {
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
              {say('panel_live_dashboard')} <span aria-hidden="true">↗</span>
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
  { say, locale }: Words,
): string {
  const planned =
    plannedAt === undefined
      ? undefined
      : say('panel_show_planned', {
          start: { kind: 'text', text: formatInstant(toMs(plannedAt), zone, locale, 'both') },
        });
  const broken =
    parts > 1
      ? say('panel_show_part', {
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
