export { addToCells, distancesFrom } from './distances';
export { nearestTwo } from './nearestTwo';
export { nextRow, screen, settle } from './pass';
export { tryFour } from './tryFour';
