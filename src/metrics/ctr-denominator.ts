import type { MetricId } from './catalogue.ts';
import type { ReadingGap } from './session.ts';

/**
 * TikTok calls two rates "CTR": product clicks ÷ views (LIVE CTR) and product clicks ÷ product
 * impressions. Its older files and its newer ones mean different ones by the same head.
 */
export const ctrs = ['liveCtr', 'productCtr'] as const satisfies readonly MetricId[];
/** TikTok calls two rates "CTOR": orders ÷ product clicks and SKU orders ÷ product clicks. */
export const ctors = ['ctor', 'ctorSku'] as const satisfies readonly MetricId[];

/** Names in TikTok's answers that don't tell by themselves which rate they are, or told it wrongly. */
const unclearNames: Readonly<Record<string, readonly MetricId[]>> = {
  ctr: ctrs,
  local_ctr_rate: ctrs,
  click_through_rate: ['liveCtr'],
  product_click_rate: ['productCtr'],
  product_click_through_rate: ['productCtr'],
  co_rate: ctors,
};

/**
 * Half the last digit of a percentage with one decimal, the coarsest that answers and files have,
 * and a little for the arithmetic of doubles. Counts of the same answer or row fit closer than that:
 * 75 of 75 LIVEs of a third-party program, 172 of 172 rows of a real export.
 */
const ROUNDING = 0.51e-3;

/**
 * Which of the rates that share a name a reported number is: the one that the counts beside it give,
 * but for rounding, and the nearest where several do. `counted` answers a rate by counts of the same
 * answer or row, undefined where it can't be worked out. `none`: the counts give none of them;
 * undefined: no counts are there, or they give the same for two.
 */
export function rateByCounts<Id extends MetricId>(
  candidates: readonly Id[],
  reported: number,
  counted: (id: Id) => number | undefined,
): Id | 'none' | undefined {
  const [nearest, next] = candidates
    .flatMap((id) => {
      const value = counted(id);
      return value === undefined ? [] : [{ id, off: Math.abs(value - reported) }];
    })
    .sort((a, b) => a.off - b.off);
  if (nearest === undefined) return undefined;
  if (nearest.off > ROUNDING) return 'none';
  return next?.off === nearest.off ? undefined : nearest.id;
}

/**
 * Why a LIVE's figure can't be trusted as it stands: it was noted when it was read that the figure
 * contradicts its answer, and for a rate with an unclear name that means that what it is a share of
 * isn't known. Undefined where nothing was noted.
 */
export function doubtOf(
  { gaps }: { readonly gaps: readonly ReadingGap[] },
  id: MetricId,
): 'unknown-denominator' | 'contradicts' | undefined {
  const names = Object.keys(unclearNames).filter((name) => unclearNames[name]?.includes(id));
  const noted = gaps.some(
    ({ reason, field }) => reason === 'contradicts' && (field === id || names.includes(field)),
  );
  if (!noted) return undefined;
  return names.length === 0 ? 'contradicts' : 'unknown-denominator';
}
