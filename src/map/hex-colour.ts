/** A colour as themes write it, as `#rrggbb`: what shines through is mixed with what is behind it. */
export function hexOf(written: string, behind: string): string | undefined {
  const colour = written.trim();
  const hex = /^#([0-9a-f]{3,8})$/i.exec(colour)?.[1];
  const parts = hex === undefined ? functionParts(colour) : hexParts(hex);
  if (!parts) return undefined;
  const back = hexParts(behind.slice(1)) ?? [255, 255, 255, 1];
  const [, , , alpha = 1] = parts;
  const mixed = [0, 1, 2].map((place) => Math.round((parts[place] ?? 0) * alpha + (back[place] ?? 0) * (1 - alpha)));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function hexParts(hex: string): number[] | undefined {
  if (![3, 4, 6, 8].includes(hex.length)) return undefined;
  const long = hex.length < 6 ? [...hex].map((digit) => digit + digit).join('') : hex;
  const [red = 0, green = 0, blue = 0, alpha = 255] = (long.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  return [red, green, blue, alpha / 255];
}

function functionParts(colour: string): number[] | undefined {
  const inside = /^rgba?\(([^()]+)\)$/.exec(colour)?.[1];
  const parts = inside?.split(/[\s,/]+/).filter((part) => part !== '');
  if (!parts || parts.length < 3) return undefined;
  return parts.map((part) => (part.endsWith('%') ? Number(part.slice(0, -1)) / 100 : Number(part)));
}
