/** The package brings no types; this is what is used of it. */
declare module 'fs-native-extensions' {
  /** Asks the system for a lock of a whole file that no other holder has; false where one has it. */
  export function tryLock(file: number): boolean;
}
