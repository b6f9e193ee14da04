import { accessSync, constants, mkdirSync } from "node:fs";

/** Ends the process with one sentence on standard error. */
export function stopWith(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** Makes the data folder, or says that it cannot be written. */
export function checkDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch {
    stopWith(`The data folder ${folder} cannot be written. Set DUIZHAO_DATA to a folder that can.`);
  }
}
