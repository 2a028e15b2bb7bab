import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { PinScorecards } from '../../diagnosis/course/pin-scorecards.ts';
import { Button } from '../design/button.tsx';
import { useI18n } from '../design/i18n.ts';
import { TableScroll } from '../design/table-scroll.tsx';
import type { FigureStyle } from '../figures.ts';
import type { TimeOfDay } from '../performance/time-of-day.ts';
import { type PinColumns, PinRow } from './pin-row.tsx';

/** Products shown before the seller asks for every pin. */
const FIRST = 5;

/**
 * The pinned products, the longest pinned first; on demand all of them, with each of their pins. What the
 * sentence above names is always among them.
 */
export function PinTable({
  cards,
  columns,
  style,
  time,
}: {
  cards: PinScorecards;
  columns: PinColumns;
  style: FigureStyle;
  time: TimeOfDay;
}): JSX.Element {
  const { t } = useI18n();
  const [all, setAll] = useState(false);
  const sorted = cards.products.toSorted((a, b) => b.pinned - a.pinned);
  const shown = sorted.filter(
    ({ product }, place) => all || place < FIRST || product === cards.misplaced?.better,
  );
  const most = Math.max(1e-9, ...shown.map(({ gmvPerPinnedMinute = 0 }) => gmvPerPinnedMinute));
  const hasMore = sorted.length > FIRST || cards.pins.length > sorted.length;
  return (
    <>
      <TableScroll label={t('panel_pins')}>
        <table class="table table-lines" aria-label={t('panel_pins')} style={{ '--figures': 3 }}>
          <thead>
            <tr>
              <th scope="col">{t('performance_column_product')}</th>
              {columns.verdict && (
                <th scope="col" class="pin-verdict">
                  {t('panel_pins_verdict')}
                </th>
              )}
              <th scope="col">{t('panel_pins_pinned')}</th>
              <th scope="col">{t('panel_pins_gmv')}</th>
              {columns.lift && (
                <>
                  <th scope="col">{t('panel_pins_lift')}</th>
                  <th scope="col" class="table-extra">
                    {t('panel_pins_clicks')}
                  </th>
                </>
              )}
              <th scope="col" class={columns.lift ? 'table-extra' : undefined}>
                {t('metric_productCtr_name')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.flatMap((card) => [
              <PinRow
                key={card.product}
                score={card}
                name={card.name ?? card.product}
                style={style}
                columns={columns}
                own={{ gmv: card.gmvPerPinnedMinute, most, ctr: card.ctr }}
              />,
              ...(all ? pinsOf(cards, card.product) : []).map((pin) => (
                <PinRow
                  key={`${card.product} ${pin.from}`}
                  score={pin}
                  name={t('panel_pins_span', {
                    from: { kind: 'text', text: time(pin.from) },
                    to: { kind: 'text', text: time(pin.to) },
                  })}
                  style={style}
                  columns={columns}
                />
              )),
            ])}
          </tbody>
        </table>
      </TableScroll>
      {hasMore && (
        <p class="row pin-more">
          {shown.length < sorted.length && (
            <span class="quiet small">
              {t('panel_pins_of', {
                shown: { kind: 'count', value: shown.length },
                count: { kind: 'count', value: sorted.length },
              })}
            </span>
          )}
          <Button look="link" aria-expanded={all} onClick={() => setAll(!all)}>
            {all
              ? t('performance_products_less')
              : t('panel_pins_each', { count: { kind: 'count', value: cards.pins.length } })}
          </Button>
        </p>
      )}
    </>
  );
}

/** The pins of a product one by one; none where it had but one, which its own row already tells. */
function pinsOf({ pins }: PinScorecards, product: string): PinScorecards['pins'] {
  const own = pins.filter((pin) => pin.product === product);
  return own.length > 1 ? own : [];
}
