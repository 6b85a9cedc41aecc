/** A category as the fit has written it: 1.0 is 1. */
export function categoryText(cell: unknown, known: { has(level: string): boolean }): string {
  const text = String(cell);
  if (known.has(text)) return text;
  const trimmed = text.trim();
  if (known.has(trimmed)) return trimmed;
  const plain = WHOLE_WITH_POINT.test(trimmed) ? trimmed.slice(0, trimmed.indexOf('.')) : `${trimmed}.0`;
  return known.has(plain) ? plain : text;
}

const WHOLE_WITH_POINT = /^-?\d{1,15}\.0{1,6}$/;
