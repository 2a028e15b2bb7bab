import * as v from 'valibot';

const filled = v.pipe(v.string(), v.minLength(1));
const AppSchema = v.object({ key: filled, secret: filled });
/** An app as TikTok knows it. */
export type AppSecrets = v.InferOutput<typeof AppSchema>;

/** Where the system keeps an app's key and secret, as one text. Rejects where it can't be reached. */
export interface KeyStore {
  readonly read: () => Promise<string | null>;
  readonly write: (text: string) => Promise<void>;
}

/**
 * The key store of the system: Keychain, Credential Manager, or Secret Service. The kernel's keyring of Linux is not
 * taken in its place: it forgets.
 */
export const systemKeyStore: KeyStore = {
  read: async () => (await entry()).getPassword(),
  write: async (text) => (await entry()).setPassword(text),
};

async function entry() {
  // An optional dependency, for which some systems have no build.
  const { AsyncEntry } = await import('@napi-rs/keyring');
  return new AsyncEntry('live-diagnosis', 'tiktok-app', { linux: { store: 'secret-service' } });
}

type Environment = Readonly<Record<string, string | undefined>>;

const appIn = (environment: Environment): AppSecrets | undefined => {
  const { TIKTOK_APP_KEY: key, TIKTOK_APP_SECRET: secret } = environment;
  return key && secret ? { key, secret } : undefined;
};

/** The app's key and secret: of the environment, else of the key store; undefined where neither has both. */
export async function findApp(
  environment: Environment,
  store: KeyStore,
): Promise<AppSecrets | undefined> {
  const given = appIn(environment);
  if (given !== undefined) return given;
  try {
    const kept = v.safeParse(AppSchema, JSON.parse((await store.read()) ?? 'null'));
    return kept.success ? kept.output : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the app of the environment in the key store, for later runs without it; answers what became of it. */
export async function keepApp(
  environment: Environment,
  store: KeyStore,
): Promise<'kept' | 'none-given' | 'unwritable'> {
  const app = appIn(environment);
  if (app === undefined) return 'none-given';
  try {
    await store.write(JSON.stringify(app));
    return 'kept';
  } catch {
    // What went wrong may name what was to be kept: it is not told.
    return 'unwritable';
  }
}
