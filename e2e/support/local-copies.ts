import type { Page } from "@playwright/test";

/** Waits until the browser has written its copies: it works through the transactions of a database in order. */
export async function settleLocalCopies(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const { name = "" } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const stores = [...database.objectStoreNames];
      // The page tries with an empty one whether it may keep anything.
      if (stores.length > 0) {
        const transaction = database.transaction(stores, "readwrite");
        await new Promise((resolve) => {
          transaction.oncomplete = resolve;
        });
      }
      database.close();
    }
  });
}
