/** Saves the file at an address of ours as a click on its link would: what is no file leaves the page as it is. */
export function saveFile(address: string): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = "";
  link.click();
}
