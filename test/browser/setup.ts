import { needsBrowser, shareBrowser } from '../support/browser';
import { needsBuild, shareDashboard } from '../support/servedDashboard';

/** One browser and one dashboard for every suite of this folder; how to end both again. */
export default async function setUp(): Promise<void> {
  const shared = globalThis as unknown as { endShared?: () => Promise<unknown> };
  const browser = needsBrowser.met ? await shareBrowser() : undefined;
  const dashboard = needsBuild.met ? await shareDashboard() : undefined;
  shared.endShared = () => Promise.all([browser?.close(), dashboard?.stop()]);
}
