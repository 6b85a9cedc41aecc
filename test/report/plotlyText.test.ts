import { plotlyText } from '../../src/report/plotlyText';

test('line breaks and plain marks of figures stay', () => {
  for (const text of ['two<br>lines', '<b>bold</b>', 'x<sup>2</sup>', 'PC1 %{x}<extra></extra>', '3 > 2 & 1'])
    expect(plotlyText(text)).toBe(text);
});

test('all other tags are text, whatever they hold', () => {
  expect(plotlyText('<a href="https://example.org">x</a>')).toBe('&lt;a href="https://example.org">x&lt;/a>');
  expect(plotlyText('<b style="color:red">')).toBe('&lt;b style="color:red">');
  expect(plotlyText('<br onclick=x>')).toBe('&lt;br onclick=x>');
  expect(plotlyText('<<br>a href=x>')).toBe('&lt;<br>a href=x>');
  expect(plotlyText('a < b')).toBe('a &lt; b');
});

test('text cannot be turned round', () => {
  expect(plotlyText('\u202eabc\u2066')).toBe('abc');
});
