import { extname } from 'node:path';
import { UsageError } from '../index.js';
import type { SiteOverrides } from '../site/settings.js';

/** The options that say where a site will stand, as the command line has them. */
export interface AddressOptions {
  readonly base?: string;
  readonly address?: string;
}

/**
 * What the command line says in the place of the manifest.
 * @throws UsageError where it makes no sense
 */
export function siteOverrides({ base, address }: AddressOptions): SiteOverrides {
  if (base !== undefined && !/^\/(?:[\w.~-]+\/)*(?:[\w.~-]+)?$/.test(base)) {
    throw new UsageError(`“--base ${base}” is not a path on a host. Write it with / at both ends, such as /guidance/.`);
  }
  if (address !== undefined && !isWebAddress(address)) {
    throw new UsageError(`“--address ${address}” is not the address of a site. Write it whole, such as https://example.org/guidance/.`);
  }
  return { ...(base === undefined ? {} : { base }), ...(address === undefined ? {} : { address }) };
}

function isWebAddress(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '' && !/[\s"'<>]/.test(address);
}

/**
 * Checks that a file is a zip file by its name: whatever has that name is replaced.
 * @throws UsageError where it is not
 */
export function assertZipName(file: string): void {
  if (extname(file).toLowerCase() !== '.zip') throw new UsageError(`“--zip ${file}” does not end in .zip. Give the zip file's whole name.`);
}
