/** The same with other names of fields, wherever they occur. */
export function renamedFields(value: unknown, names: Readonly<Record<string, string>>): unknown {
  if (Array.isArray(value)) return value.map((item) => renamedFields(item, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      Object.hasOwn(names, name) ? names[name] : name,
      renamedFields(item, names),
    ]),
  );
}
