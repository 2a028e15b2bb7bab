import type { ComponentChildren, JSX } from 'preact';
import type { PartGap, TwoLives, UnlikeGround } from '../../diagnosis/two-lives/two-lives.ts';
import { phaseOf } from '../../metrics/live/phase.ts';
import type { MessageKey } from '../../metrics/text.ts';
import type { UnixMs } from '../../metrics/time.ts';
import { useI18n } from '../design/i18n.ts';
import { Notice } from '../design/notice.tsx';
import { useApp } from '../state/app.ts';
import { CourseSection } from './course-section.tsx';
import { FiguresSection, type Sides } from './figures-section.tsx';
import { MoneySection } from './money-section.tsx';
import { ProductsSection } from './products-section.tsx';
import type { SideNames } from './side-words.ts';
import { MixPair, SourcesSection } from './sources-section.tsx';
import { StepsSection } from './steps-section.tsx';

/** All of a comparison, the money first. */
export function Compared({
  comparison,
  names,
  ...sides
}: Sides & { comparison: TwoLives; names: SideNames }): JSX.Element {
  const { t } = useI18n();
  const { now } = useApp();
  const { money, steps, figures, course, products, sources, mix, unlike, kind } = comparison;
  const { currency } = sides.first;
  const isHosts = sides.first.kind === 'host';
  const why = (gap: PartGap, of: 'products' | 'sources'): MessageKey =>
    isHosts
      ? `two_lives_${of}_hosts`
      : gap === 'unread'
        ? `two_lives_${of}_unread`
        : `two_lives_${of}_usual`;
  return (
    <>
      <Unlike grounds={isMoving(sides, now.value) ? [...unlike, 'provisional'] : unlike} />
      {isHosts && <p class="quiet small">{t('two_lives_hosts_note')}</p>}
      <Part title={t('two_lives_money')}>
        <MoneySection
          money={money}
          names={names}
          whole={figures.find(({ metric }) => metric === money.metric)}
        />
      </Part>
      <Part title={t('two_lives_steps')}>
        <StepsSection steps={steps} {...sides} />
      </Part>
      <Part title={t('two_lives_figures')}>
        <FiguresSection comparison={comparison} {...sides} />
      </Part>
      <Part title={t('two_lives_course')}>
        {typeof course === 'string' ? (
          <p class="quiet">
            {t(course === 'unread' ? 'two_lives_course_unread' : 'two_lives_course_none')}
          </p>
        ) : (
          <CourseSection course={course} currency={currency} />
        )}
      </Part>
      <Part title={t('two_lives_products')}>
        {typeof products === 'string' ? (
          <p class="quiet">{t(why(products, 'products'))}</p>
        ) : (
          <ProductsSection products={products} kind={kind} {...sides} />
        )}
        {mix.product !== undefined && (
          <MixPair title={t('two_lives_mix_by_product')} mix={mix.product} currency={currency} />
        )}
      </Part>
      <Part title={t('two_lives_sources')}>
        {typeof sources === 'string' ? (
          <p class="quiet">{t(why(sources, 'sources'))}</p>
        ) : (
          <SourcesSection sources={sources} {...sides} />
        )}
        {mix.source !== undefined && (
          <MixPair title={t('two_lives_mix_by_source')} mix={mix.source} currency={currency} />
        )}
      </Part>
    </>
  );
}

function Part({ title, children }: { title: string; children: ComponentChildren }): JSX.Element {
  return (
    <div class="two-lives-part">
      <h3>{title}</h3>
      {children}
    </div>
  );
}

/** Whether figures of a LIVE that is over aren't final yet. */
const isMoving = ({ first, second }: Sides, now: UnixMs): boolean =>
  [first, second].some(
    ({ session }) => session !== undefined && phaseOf(session.room, now).name === 'provisional',
  );

function Unlike({
  grounds,
}: {
  grounds: readonly (UnlikeGround | 'provisional')[];
}): JSX.Element | null {
  const { t } = useI18n();
  if (grounds.length === 0) return null;
  return (
    <Notice title={t('two_lives_unlike')}>
      <ul>
        {grounds.map((ground) => (
          <li key={ground}>{t(`two_lives_unlike_${ground}`)}</li>
        ))}
      </ul>
    </Notice>
  );
}
