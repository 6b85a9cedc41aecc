/** `NumWebPurchases`, `num_web_purchases` → 'num web purchases'; digits stand alone. */
export function wordsOf(name: string): string {
  return spaced(name).toLowerCase();
}

/**
 * A column's name for people, as figures write it: 'Total spending', 'Num web purchases'. Names that hold spaces
 * were written by a person and keep their capitals, as do words in capitals. Without control characters, quotes
 * and angle brackets; at most 40 characters.
 */
export function readableName(name: string): string {
  const written = /\s/.test(name.trim());
  const words = spaced(name).split(' ');
  const sentence = words.map((word) =>
    written || /^[\p{Lu}\p{N}]{2,}$/u.test(word) ? word : word.toLowerCase(),
  );
  const text = capitalised(sentence.join(' ')) || 'Unnamed';
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** 'younger' → 'Younger'. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * A label inside a sentence: 'Total spending' → 'total spending', 'Preferred category: Sports' → 'preferred
 * category: Sports'; 'Annual Income' and 'RFM score' keep their capitals.
 */
export function inside(label: string): string {
  return /^\p{Lu}\p{Ll}*(?![^:]*\p{Lu})/u.test(label)
    ? label.charAt(0).toLowerCase() + label.slice(1)
    : label;
}

function spaced(name: string): string {
  return name
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(/[^\p{L}\p{N}%$€£()./&'+-]+/gu, ' ')
    .trim();
}
