import { isPlaceholder } from '../../core/markdown/sections.js';

/** A reason with what it rests on, in words; that it is still to be written is no reason. */
export function reasonNote(because: string | undefined, basis: string | undefined): string | undefined {
  const reason = because === undefined || isPlaceholder(because) ? undefined : because;
  const rests = basis === 'source' ? 'From a source.' : basis === 'editorial' ? 'Our reading.' : basis;
  const text = [reason, rests].filter((part) => part !== undefined && part !== '').join(' ');
  return text === '' ? undefined : text;
}
