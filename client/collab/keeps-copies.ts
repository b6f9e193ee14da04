/** Whether this browser keeps copies at all: a private window may not, and somebody may have forbidden it. */
const probeName = "duizhao:probe";

let known: Promise<boolean> | null = null;

/** Asked of the browser once. */
export function keepsCopies(): Promise<boolean> {
  known ??= probe();
  return known;
}

function probe(): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open(probeName);
      request.onerror = () => resolve(false);
      request.onsuccess = () => {
        request.result.close();
        indexedDB.deleteDatabase(probeName);
        resolve(true);
      };
    } catch {
      // There is none, or not even the question is allowed.
      resolve(false);
    }
  });
}
