/**
 * The dashboard.
 *
 * @packageDocumentation
 */

export { type Dashboard, type DashboardOptions, startDashboard } from './server';
