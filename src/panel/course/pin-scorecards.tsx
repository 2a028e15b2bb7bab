import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { PinScorecards } from '../../diagnosis/course/pin-scorecards.ts';
import type { Report } from '../../diagnosis/report.ts';
import type { Session } from '../../metrics/session.ts';
import { useI18n } from '../design/i18n.ts';
import { RichMessage } from '../design/rich-message.tsx';
import { TableScroll } from '../design/table-scroll.tsx';
import { Tooltip } from '../design/tooltip.tsx';
import { timeOfDay } from '../performance/time-of-day.ts';
import './course.css';
import { PinRow } from './pin-row.tsx';

/** How each pinned product and each of its pins did against the rest of the LIVE; nothing where pins aren't known. */
export function PinScores({
  report: { timeline, currency },
  session,
}: {
  report: Report;
  session: Session;
}): JSX.Element | null {
  const words = useI18n();
  const { t } = words;
  const time = useMemo(() => timeOfDay(session, words), [session, words]);
  const { pins } = timeline;
  if (pins.state === 'untold' || pins.value.products.length === 0) return null;
  const cards = pins.value;
  const style = { currency, locale: words.locale };
  return (
    <div class="card pin-scores">
      <h3>
        {t('panel_pins')}{' '}
        <Tooltip label={t('panel_pins_how')}>
          <p>{t('panel_pins_what')}</p>
          <p class="quiet">{t('panel_pins_formula')}</p>
        </Tooltip>
      </h3>
      {cards.misplaced !== undefined && (
        <p class="small">
          <RichMessage text={cards.misplaced.text} />
        </p>
      )}
      <TableScroll label={t('panel_pins')}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t('performance_column_product')}</th>
              <th scope="col" class="pin-verdict">
                {t('panel_pins_verdict')}
              </th>
              <th scope="col">{t('panel_pins_lift')}</th>
              <th scope="col">{t('panel_pins_clicks')}</th>
              <th scope="col">{t('panel_pins_pinned')}</th>
              <th scope="col">{t('panel_pins_gmv')}</th>
              <th scope="col">{t('metric_productCtr_name')}</th>
            </tr>
          </thead>
          <tbody>
            {cards.products.flatMap((card) => [
              <PinRow
                key={card.product}
                score={card}
                name={card.name ?? card.product}
                style={style}
                own={{ gmv: card.gmvPerPinnedMinute, ctr: card.ctr }}
              />,
              ...pinsOf(cards, card.product).map((pin) => (
                <PinRow
                  key={`${card.product} ${pin.from}`}
                  score={pin}
                  name={t('panel_pins_span', {
                    from: { kind: 'text', text: time(pin.from) },
                    to: { kind: 'text', text: time(pin.to) },
                  })}
                  style={style}
                />
              )),
            ])}
          </tbody>
        </table>
      </TableScroll>
    </div>
  );
}

/** The pins of a product one by one; none where it had but one, which its own row already tells. */
function pinsOf({ pins }: PinScorecards, product: string): PinScorecards['pins'] {
  const own = pins.filter((pin) => pin.product === product);
  return own.length > 1 ? own : [];
}
