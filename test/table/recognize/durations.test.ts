import { durationIn, durationLayout, recognizeDurations } from '../../../src/table/recognize/durations';

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

test.each([
  ['2h 05m', 125],
  ['1 hr 20 min', 80],
  ['3d 4h', 4560],
  ['90 sec', 1.5],
  ['1h05', 65],
  ['2 Std. 10 Min.', 130],
  ['1 day, 3 hours', 1620],
])('%s are %d minutes', (text, minutes) => {
  expect(durationIn(text)).toBeCloseTo(minutes, 12);
});

test('durations in units of time, some of them in one unit only, are minutes; numbers with one unit are none', () => {
  expect(recognizeDurations('time_spent', ['42h 52m', '45m', '3h'])).toEqual({
    minutes: [2572, 45, 180],
    mayBeTimes: false,
  });
  expect(recognizeDurations('time_spent', ['45m', '30m'])).toBeUndefined();
  expect(recognizeDurations('Size', ['2h 05m', 'XL'])).toBeUndefined();
  expect(durationLayout('time_spent', '42h 52m')).toBe('in units of time');
});

test('two parts are minutes or hours where the name says which, otherwise neither', () => {
  expect(recognizeDurations('call_minutes', ['31:34', '5:30'])?.minutes).toEqual([31 + 34 / 60, 5.5]);
  expect(recognizeDurations('Hours watched', ['31:30', '5:15'])?.minutes).toEqual([1890, 315]);
  expect(recognizeDurations('Talk time', ['31:34', '5:30'])).toBeUndefined();
  expect(durationLayout('call_minutes', '31:34')).toBe('written m:ss');
  expect(durationLayout('Hours watched', '31:34')).toBe('written h:mm');
  expect(durationLayout('Talk time', '01:31:34')).toBe('written h:mm:ss');
});

test.each(['Preferred contact hours', 'Visiting hours', 'Opening hours', 'Summer hours', 'Studio hours'])(
  '%s may be times of the day, but for a value of a day',
  (name) => {
    expect(recognizeDurations(name, ['09:30', '14:00'])).toEqual({ minutes: [570, 840], mayBeTimes: true });
    expect(recognizeDurations(name, ['09:30', '24:00'])?.mayBeTimes).toBe(false);
  },
);

test.each(['Hours watched', 'hours_played', 'Study hours', 'Total hours', 'Stunden'])(
  '%s are durations, however short',
  (name) => {
    expect(recognizeDurations(name, ['09:30', '14:00'])).toEqual({ minutes: [570, 840], mayBeTimes: false });
  },
);
