/**
 * Saves the file at an address of ours as a click on its link would: what is no file leaves the page as it is. Without a
 * name the file has the one that the server gives it.
 */
export function saveFile(address: string, fileName = ""): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
}
