/** How long to wait between two looks, in milliseconds. */
const PAUSE = 50;
/** How long to wait at most, in milliseconds: less than a test may take. */
const PATIENCE = 20_000;

/**
 * Waits until something holds that no event tells of.
 * @param check throws as long as it does not hold
 * @returns what it returned when it held
 * @throws what it threw last
 */
export async function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  for (const end = Date.now() + PATIENCE; ; ) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}
