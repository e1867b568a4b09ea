import { rename, rm } from 'node:fs/promises';

/** Makes a file under a temporary name beside it, and gives it its name when it is whole. */
export async function putWhole(file: string, make: (temporary: string) => Promise<void>): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    await make(temporary);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
