/** The version of every database of this origin, by name; opens none and makes none. */
export async function versions(): Promise<ReadonlyMap<string, number>> {
  const known = await indexedDB.databases();
  return new Map(
    known.flatMap(({ name, version }) =>
      name === undefined || version === undefined ? [] : [[name, version]],
    ),
  );
}
