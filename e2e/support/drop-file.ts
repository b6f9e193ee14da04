import type { Page } from "@playwright/test";

/** Drops a file on the page; true when the page itself answers it, and the browser does not leave for the file. */
export function dropFile(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["<p>字</p>"], "answer.html", { type: "text/html" }));
    const options = { dataTransfer, bubbles: true, cancelable: true };
    return ["dragover", "drop"].every((type) => !document.body.dispatchEvent(new DragEvent(type, options)));
  });
}
