/**
 * The dashboard.
 *
 * @packageDocumentation
 */

export type { DashboardOptions } from './options';
export { type Dashboard, startDashboard } from './server';
