/** The browser's side of an import: bytes or a paste out, a preview back; then kept or discarded by its token. */
import { type Answer, askServer, readAnswer } from "#client/ask-server.ts";
import type { ImportFields, ImportPreview } from "#core/importing/import-preview.ts";

/** What a clipboard held. */
export type PastedText = { readonly html: string | null; readonly text: string };

export type ImportInput =
  | { readonly kind: "file"; readonly file: File }
  | { readonly kind: "paste"; readonly pasted: PastedText };

/** A running upload: its answer, and a way to end it. `onProgress` hears 0 to 1 of the bytes sent. */
export type Upload = { readonly answer: Promise<Answer<ImportPreview>>; readonly cancel: () => void };

/** Sends a file or a paste. By XMLHttpRequest, because fetch tells no progress of what is sent. */
export function startUpload(input: ImportInput, onProgress: (sent: number) => void): Upload {
  const request = new XMLHttpRequest();
  request.open("POST", "/api/imports");
  request.upload.addEventListener("progress", ({ loaded, total }) => onProgress(total ? loaded / total : 1));
  request.upload.addEventListener("load", () => onProgress(1));
  const answer = new Promise<Answer<ImportPreview>>((resolve) => {
    request.addEventListener("load", () => resolve(readAnswer(request.status, request.responseText)));
    for (const end of ["error", "abort", "timeout"] as const)
      request.addEventListener(end, () => resolve({ ok: false, failure: "unreachable" }));
  });
  if (input.kind === "file") {
    const form = new FormData();
    form.append("file", input.file);
    request.send(form);
  } else {
    request.setRequestHeader("content-type", "application/json");
    request.send(JSON.stringify(input.pasted));
  }
  return { answer, cancel: () => request.abort() };
}

/** Makes the upload an article and returns its id. */
export function keepImport(
  token: string,
  fields: ImportFields,
): Promise<Answer<{ readonly articleId: string }>> {
  return askServer(`/api/imports/${token}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(fields),
  });
}

/** Lets the server forget the upload now; it would by itself, later. */
export function discardImport(token: string): void {
  void fetch(`/api/imports/${token}`, { method: "DELETE", keepalive: true }).catch(() => {
    // Nothing depends on it: an upload that nobody keeps ends by its age.
  });
}
