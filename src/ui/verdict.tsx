import type { ComponentChildren } from 'preact';

interface VerdictProps {
  /** How clear the groups are; absent while it is worked out. */
  verdict?: 'clear' | 'weak' | 'none';
  children: ComponentChildren;
}

/** How clear the groups are, set off from the text. */
export function Verdict({ verdict, children }: VerdictProps) {
  return <p class={`verdict ${verdict ?? 'pending'}`}>{children}</p>;
}
