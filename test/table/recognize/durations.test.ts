import { durationIn, recognizeDurations } from '../../../src/table/recognize/durations';

// cspell:disable

test.each([
  ['01:23:45', 83.75],
  ['0:00:30', 0.5],
  ['120:00:00', 7200],
  ['1 day, 02:03:00', 1563],
  ['2 days 00:00:30', 2880.5],
  ['00:00:01.5', 0.025],
])('%s are %d minutes', (text, minutes) => {
  expect(durationIn(text)).toBeCloseTo(minutes, 12);
});

test.each(['12:30', '01:60:00', '01:00:61', '2024-01-01 01:02:03', '1:2:3', '-01:00:00', '01:00:00 PM', ''])(
  '%s is no duration',
  (text) => {
    expect(durationIn(text)).toBeUndefined();
  },
);

test.each([
  'Voice Minutes',
  'Talk time',
  'Gesprächsdauer',
  'Durée des appels',
  'avg_session',
  'Duración',
  'Watch time',
])('%s holds durations', (name) => {
  expect(recognizeDurations(name, ['01:00:00', '00:30:00'])).toEqual({
    minutes: [60, 30],
    mayBeTimes: false,
  });
});

test.each(['Last call', 'Login', 'Uhrzeit', 'Time', 'Start'])(
  '%s may hold times, but for a value of a day',
  (name) => {
    expect(recognizeDurations(name, ['01:00:00', '23:30:00'])?.mayBeTimes).toBe(true);
    expect(recognizeDurations(name, ['01:00:00', '25:30:00'])?.mayBeTimes).toBe(false);
  },
);

test('one text that is no duration leaves none', () => {
  expect(recognizeDurations('Talk time', ['01:00:00', 'long'])).toBeUndefined();
});
