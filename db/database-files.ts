/** A SQLite database as it lies in its folder: its own file, and those that SQLite keeps beside it. */
import { rmSync } from "node:fs";

/** What SQLite appends to the name of a database: its write-ahead log, the index of that, and the rollback journal. */
const companionEndings = ["-wal", "-shm", "-journal"];

/** Removes what SQLite keeps beside a database: it would be taken for that of another database of this name. */
export function removeCompanions(file: string): void {
  for (const ending of companionEndings) rmSync(`${file}${ending}`, { force: true });
}

/** Removes a database that nobody has open, with all that belongs to it. There may be none. */
export function removeDatabase(file: string): void {
  rmSync(file, { force: true });
  removeCompanions(file);
}
