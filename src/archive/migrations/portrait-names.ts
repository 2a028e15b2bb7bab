import * as v from 'valibot';

/** Follower tiers as they were kept: by TikTok's code, and what a code of that tier is within. */
const tiers: Readonly<Record<string, { readonly name: string; readonly within?: string }>> = {
  10: { name: 'follower' },
  12: { name: 'old-follower', within: 'follower' },
  13: { name: 'new-follower', within: 'follower' },
  11: { name: 'not-following' },
};

const PartSchema = v.looseObject({ name: v.string(), value: v.optional(v.number()) });
const SplitSchema = v.looseObject({ by: v.string(), parts: v.array(PartSchema) });

/**
 * Audiences as they are read since: shares of places were kept as counts, and the four tiers of followers
 * under codes of which the first is the sum of two others. The sample shop's tiers meant something else
 * and are left out, until they are simulated anew. A split that can't be read stays.
 */
export function renamedAudience(
  audience: readonly unknown[],
  isSimulated: boolean,
): readonly unknown[] {
  return audience.flatMap((one) => {
    const read = v.safeParse(SplitSchema, one);
    if (!read.success) return [one];
    const split = read.output;
    if (split.by === 'follower') return isSimulated ? [] : [withTiers(split)];
    const isPlace = split.by === 'region' || split.by === 'country';
    return isPlace && !isSimulated ? [withShares(split)] : [split];
  });
}

type Split = v.InferOutput<typeof SplitSchema>;

function withTiers(split: Split): Split {
  const codes = Object.keys(tiers);
  const place = (name: string): number => {
    const order = ['10', '12', '13', '11'].indexOf(name);
    return order < 0 ? codes.length : order;
  };
  const hasFollowers = split.parts.some(({ name }) => name === '10');
  return {
    ...split,
    parts: split.parts
      .toSorted((a, b) => place(a.name) - place(b.name))
      .map((part) => {
        const tier = tiers[part.name];
        if (tier === undefined) return part;
        const within = hasFollowers ? tier.within : undefined;
        return { ...part, name: tier.name, ...(within === undefined ? {} : { within }) };
      }),
  };
}

/** A list of countries repeated its names with nothing: the first word on a place stands. */
function withShares(split: Split): Split {
  const places = new Map<string, v.InferOutput<typeof PartSchema>>();
  for (const { value, ...part } of split.parts) {
    if (places.has(part.name)) continue;
    const isShare = value !== undefined && value >= 0 && value <= 1;
    if (isShare) places.set(part.name, { ...part, share: value });
  }
  return { ...split, parts: [...places.values()] };
}
