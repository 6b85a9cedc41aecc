const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Text made safe for HTML, inside elements and inside quoted attributes. Characters that turn the direction of the
 * text after them are left out: scripts written from right to left do without.
 */
export function escapeHtml(text: string): string {
  return stripBidiControls(text).replace(/[&<>"']/g, (character) => ENTITIES[character]);
}

/** Without embeddings, overrides and isolates of direction, which could show a name backwards. */
export function stripBidiControls(text: string): string {
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
}
