/** The host the sample shop's seller works on. */
export const DEMO_HOST = 'seller-us.tiktok.com';

/** The address of a room's dashboard on the demo. */
export function dashboardAddress(room: string, host: string = DEMO_HOST): string {
  return `https://${host}/workbench/live/overview?room_id=${room}&region=us`;
}

/** The sign-in page that leads on to another address of the same host. */
export function signInAddress(to: string): string {
  const { origin, pathname, search } = new URL(to);
  return `${origin}/demo/sign-in?next=${encodeURIComponent(pathname + search)}`;
}
