import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { CourseFigure, CoursePair } from '../../diagnosis/two-lives/course-pair.ts';
import type { CurrencyCode } from '../../metrics/money.ts';
import { formatCount, formatInto } from '../../platform/format.ts';
import { Disclosure } from '../design/disclosure.tsx';
import { type I18n, useI18n } from '../design/i18n.ts';
import { TableScroll } from '../design/table-scroll.tsx';
import { useDrawing } from '../design/use-drawing.ts';
import { formatAmount, orDash } from '../figures.ts';
import { letterOf } from './side-words.ts';

type CourseLines = CoursePair['lines'][number];

/** Both courses over the time since each began, a picture a figure, and the same as a table. */
export function CourseSection({
  course,
  currency,
}: {
  course: CoursePair;
  currency: CurrencyCode | undefined;
}): JSX.Element {
  const words = useI18n();
  const { t, locale } = words;
  const show = useMemo(() => shownOf(currency, words), [currency, words]);
  const times = useMemo(
    () => Array.from({ length: course.steps }, (_, at) => formatInto(at * course.step, locale)),
    [course, locale],
  );
  return (
    <>
      <p class="two-course-key small">
        <span class="two-course-first">{letterOf.first}</span>
        <span class="two-course-second">{letterOf.second}</span>
      </p>
      {course.lines.map((lines) => (
        <CoursePicture
          key={lines.figure}
          lines={lines}
          step={course.step}
          times={times}
          show={show}
        />
      ))}
      <Disclosure summary={t('two_lives_course_table')}>
        <p class="quiet small">
          {t('two_lives_course_step', { step: { kind: 'duration', seconds: course.step } })}
        </p>
        <CourseTable course={course} times={times} show={show} />
      </Disclosure>
    </>
  );
}

type Show = (figure: CourseFigure, value: number | undefined) => string;

const shownOf =
  (currency: CurrencyCode | undefined, { locale }: I18n): Show =>
  (figure, value) =>
    orDash(value, (known) =>
      figure === 'gmv' ? formatAmount(known, { currency, locale }) : formatCount(known, locale),
    );

function CoursePicture({
  lines,
  step,
  times,
  show,
}: {
  lines: CourseLines;
  step: number;
  times: readonly string[];
  show: Show;
}): JSX.Element {
  const { t } = useI18n();
  const { figure } = lines;
  const [place, setPlace] = useState<number | undefined>(undefined);
  const canvas = useDrawing(async () => {
    const { drawCourse } = await import('./course-canvas.ts');
    return (on) =>
      drawCourse(on, lines, {
        step,
        times,
        show: (value) => show(figure, value),
        isCount: figure !== 'gmv',
        point: setPlace,
      });
  }, [lines, step, times, show, figure]);
  const most = (values: CourseLines['first']): string => {
    const known = values.flatMap((value) => value ?? []);
    return show(figure, known.length === 0 ? undefined : Math.max(...known));
  };
  const name = t(`two_lives_course_${figure}`);
  return (
    <figure class="two-course">
      <figcaption>
        <h4>{name}</h4>
        <span class="two-course-read small" aria-hidden="true">
          {place !== undefined &&
            t('two_lives_course_read', {
              time: { kind: 'text', text: times[place] ?? '' },
              first: { kind: 'text', text: show(figure, lines.first[place]) },
              second: { kind: 'text', text: show(figure, lines.second[place]) },
            })}
        </span>
      </figcaption>
      <div class="two-course-canvas">
        <canvas
          ref={canvas}
          role="img"
          aria-label={t('two_lives_course_picture', {
            figure: { kind: 'text', text: name },
            first: { kind: 'text', text: most(lines.first) },
            second: { kind: 'text', text: most(lines.second) },
          })}
        />
      </div>
    </figure>
  );
}

function CourseTable({
  course: { lines },
  times,
  show,
}: {
  course: CoursePair;
  times: readonly string[];
  show: Show;
}): JSX.Element {
  const { t } = useI18n();
  const label = t('two_lives_course');
  return (
    <TableScroll label={label}>
      <table class="table table-wraps" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('two_lives_course_since')}</th>
            {lines.flatMap(({ figure }) =>
              (['first', 'second'] as const).map((place) => (
                <th key={`${figure} ${place}`} scope="col">
                  {t('two_lives_letter', {
                    letter: { kind: 'text', text: letterOf[place] },
                    name: { kind: 'text', text: t(`two_lives_course_${figure}`) },
                  })}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {times.map((time, at) => (
            <tr key={time}>
              <th scope="row">{time}</th>
              {lines.flatMap(({ figure, first, second }) => [
                <td key={`${figure} first`}>{show(figure, first[at])}</td>,
                <td key={`${figure} second`}>{show(figure, second[at])}</td>,
              ])}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
