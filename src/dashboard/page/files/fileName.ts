import { described } from '../state/query';

/** 'mall-customers-silhouettes': what a download is called, by its table. */
export function fileName(what: string): string {
  return `${slug(described.value?.title ?? 'customers')}-${what}`;
}

/** Letters and digits of any script, joined by hyphens: a name that every system takes. */
export function slug(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.join('-').slice(0, 60) || 'customers';
}
