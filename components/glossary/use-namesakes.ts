import { useEffect, useState } from "react";
import { fetchNamesakes } from "#client/glossary/concept-requests.ts";
import type { Namesake } from "#core/glossary/concept.ts";

/** Milliseconds of quiet before a typed term is looked up. */
const quietFor = 250;

/** The concepts that already have one of these Chinese terms, while they are being typed. */
export function useNamesakes(
  projectId: string,
  texts: readonly string[],
  exceptId: string | null,
): readonly Namesake[] {
  const [found, setFound] = useState<readonly Namesake[]>([]);
  const asked = texts.filter((text) => text.trim() !== "").join("\n");
  useEffect(() => {
    if (asked === "") return;
    const controller = new AbortController();
    const { signal } = controller;
    const timer = setTimeout(async () => {
      const answers = await Promise.all(
        asked.split("\n").map((text) => fetchNamesakes({ projectId, text, exceptId }, signal)),
      );
      // Without an answer nothing is claimed; the server itself refuses what is there with the same rendering.
      if (!signal.aborted) setFound(answers.flatMap((answer) => (answer.ok ? answer.value : [])));
    }, quietFor);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [projectId, asked, exceptId]);
  // Of the texts as they are now: an answer about an earlier one says nothing.
  return found.filter(({ text }) =>
    asked
      .normalize("NFC")
      .split("\n")
      .some((each) => each.trim() === text),
  );
}
