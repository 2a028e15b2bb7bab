/** An address, with its host; where the scheme is left out, the host has a dot. */
const ADDRESS =
  /(?:https?|wss?|ftp):\/\/(?:[^\s/@"'`<>]*@)?([^\s/:?#"'`<>\\,;)]*)|(?:^|[\s"'`(=,])\/\/([\w-]+(?:\.[\w-]+)+)/gi;
const FOUR_NUMBERS = /(?:^|[^\w.])(\d{1,3}(?:\.\d{1,3}){3})(?=$|[^\w.])/g;
/** A name with one of the ends that hosts have; two letters are a country's. */
const NAME =
  /(?:^|[^\w.@/-])((?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+(com|net|org|io|dev|app|cloud|info|biz|xyz|shop|live|site|online|[a-z]{2}))(?=$|[^\w.-])/gi;
/** Two letters that no country has, and many a file. */
const ENDS_OF_FILES = ['js', 'ts'];

/**
 * The hosts that a text names, in small letters: those of addresses, internet addresses in numbers, and, but for what
 * people read, names that hosts may have. Where the host of an address is filled in later, none.
 */
export function hostsIn(text: string, isProse: boolean): string[] {
  const addressed = [...text.matchAll(ADDRESS)].map(([, host, bare]) => host ?? bare ?? '');
  const numbered = [...text.matchAll(FOUR_NUMBERS)].map(([, host = '']) => host);
  // Names of files and programs look like those of hosts.
  const named = isProse ? [] : [...text.matchAll(NAME)].filter(([, , end = '']) => isEnd(end));
  return [...addressed, ...numbered, ...named.map(([, host = '']) => host)]
    .map((host) => host.toLowerCase())
    .filter((host) => /^[\p{L}\p{N}[%]/u.test(host));
}

/** `onLine` of `navigator.onLine` is no end of a host's name. */
const isEnd = (end: string): boolean =>
  (end === end.toLowerCase() || end === end.toUpperCase()) &&
  !ENDS_OF_FILES.includes(end.toLowerCase());
