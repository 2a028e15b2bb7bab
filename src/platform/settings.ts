import * as v from 'valibot';
import { FeedAddressSchema } from '../metrics/feed/feed.ts';
import { CategoryIdSchema } from '../metrics/ids.ts';
import { OwnChoiceSchema } from '../metrics/live/own.ts';
import { ShopKeySchema } from '../metrics/live/shop-key.ts';
import { HostSegmentSchema } from '../metrics/session.ts';
import { VersusSchema } from '../metrics/versus.ts';
import { PanelChoicesPatchSchema, PanelChoicesSchema, withPanelChoices } from './panel-choices.ts';

const CategoriesSchema = v.record(v.string(), CategoryIdSchema);
/** Entries to set; `null` takes one back, and what isn't named stays as it is. */
const CategoriesPatchSchema = v.record(v.string(), v.nullable(CategoryIdSchema));

/** What the seller said of single LIVEs: of which account each is, or that it is to be left out. */
const OwnLivesSchema = v.record(v.string(), OwnChoiceSchema);
const OwnLivesPatchSchema = v.record(v.string(), v.nullable(OwnChoiceSchema));

const HostsSchema = v.array(HostSegmentSchema);

const GoalSchema = v.exactOptional(v.pipe(v.number(), v.finite(), v.gtValue(0)));

/** The seller's own figure for each step; rates from 0 to 1, money in the shop's currency. */
const TargetFiguresSchema = v.object({
  impressionsPerHour: GoalSchema,
  tapThroughRate: GoalSchema,
  liveCtr: GoalSchema,
  ctor: GoalSchema,
  aov: GoalSchema,
});

/** Everything a seller has chosen; one record in the archive's settings store. */
export const SettingsSchema = v.object({
  /** How the docked panel stands, by kind of page. */
  panels: v.fallback(PanelChoicesSchema, {}),
  versus: v.fallback(VersusSchema, 'usual'),
  /** The feed to compare with where several speak of a category; the first of them without a choice. */
  feed: v.fallback(v.optional(FeedAddressSchema), undefined),
  /** The seller's own targets; kept while something else is compared with. */
  targetFigures: v.fallback(TargetFiguresSchema, {}),
  /** The category the seller named for the shop; Seller Center's answers carry none. */
  shopCategory: v.fallback(v.optional(CategoryIdSchema), undefined),
  /** Categories the seller named for single products, by product id. */
  productCategories: v.fallback(CategoriesSchema, {}),
  /** Categories the seller picked for single rooms, by room id. */
  roomCategories: v.fallback(CategoriesSchema, {}),
  /** Who hosted single rooms from when to when, by room id. */
  hosts: v.fallback(v.record(v.string(), HostsSchema), {}),
  /** Which LIVEs count as own ones against what is answered, by room id. */
  ownLives: v.fallback(OwnLivesSchema, {}),
  /** The shop whose LIVEs are listed; those of all of them without a choice. */
  shop: v.fallback(v.optional(ShopKeySchema), undefined),
  /** Whether single keys do something in the panel; those with Ctrl or ⌘ always do. */
  singleKeys: v.fallback(v.boolean(), true),
  /** Whether the sample shop is being explored instead of Seller Center. */
  sample: v.fallback(v.boolean(), false),
});
export type Settings = v.InferOutput<typeof SettingsSchema>;

export const defaultSettings: Settings = v.parse(SettingsSchema, {});

/**
 * Some of the settings as a message changes them. Nothing is mended here: a choice that can't be
 * read is refused, so that it never replaces what is stored. `null` takes the shop and its category back,
 * because a message loses what is undefined. The maps by page, room and product are changed entry by entry, so
 * that two panels don't undo each other's choices.
 */
export const SettingsPatchSchema = v.partial(
  v.object({
    panels: PanelChoicesPatchSchema,
    versus: VersusSchema,
    feed: FeedAddressSchema,
    targetFigures: TargetFiguresSchema,
    shopCategory: v.nullable(CategoryIdSchema),
    productCategories: CategoriesPatchSchema,
    roomCategories: CategoriesPatchSchema,
    hosts: v.record(v.string(), v.nullable(HostsSchema)),
    ownLives: OwnLivesPatchSchema,
    shop: v.nullable(ShopKeySchema),
    singleKeys: v.boolean(),
    sample: v.boolean(),
  }),
);
export type SettingsPatch = v.InferInput<typeof SettingsPatchSchema>;

/** The settings once a patch was laid over them. */
export function patched(
  settings: Settings,
  {
    panels,
    shop,
    shopCategory,
    productCategories,
    roomCategories,
    hosts,
    ownLives,
    ...rest
  }: v.InferOutput<typeof SettingsPatchSchema>,
): Settings {
  return {
    ...settings,
    ...rest,
    ...(shop === undefined ? {} : { shop: shop ?? undefined }),
    ...(shopCategory === undefined ? {} : { shopCategory: shopCategory ?? undefined }),
    panels: withPanelChoices(settings.panels, panels),
    productCategories: merged(settings.productCategories, productCategories),
    roomCategories: merged(settings.roomCategories, roomCategories),
    hosts: merged(settings.hosts, hosts),
    ownLives: merged(settings.ownLives, ownLives),
  };
}

function merged<T>(
  known: Readonly<Record<string, T>>,
  patch: Readonly<Record<string, T | null>> = {},
): Record<string, T> {
  const next: Record<string, T> = {};
  for (const [id, entry] of Object.entries({ ...known, ...patch })) {
    if (entry !== null) next[id] = entry;
  }
  return next;
}
