import type { Page } from "@playwright/test";

/**
 * Holds a file over the page until the page answers, as a browser does several times a second, and drops it there; true
 * when the page answers the drop, too, and the browser does not leave for the file.
 */
export function dropFile(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["<p>字</p>"], "answer.html", { type: "text/html" }));
    const isAnswered = (type: string) => {
      const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
      return !document.body.dispatchEvent(event);
    };
    isAnswered("dragenter");
    while (!isAnswered("dragover")) await new Promise((resolve) => requestAnimationFrame(resolve));
    return isAnswered("drop");
  });
}
