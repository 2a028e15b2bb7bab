/**
 * Whether a text was written by somebody else since a change to it began: it is neither what the change
 * began from nor what the change makes of it. A change that says no beginning goes over anything.
 */
export function isEditConflict(
  stands: string,
  began: string | undefined,
  becomes: unknown,
): boolean {
  return began !== undefined && stands !== began && stands !== becomes;
}
