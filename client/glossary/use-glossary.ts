import { useState } from "react";
import { callAction } from "#client/ask-server.ts";
import { useGlossaryRoom } from "#client/glossary/use-glossary-room.ts";
import type { ConceptEntry } from "#core/glossary/concept.ts";
import { getGlossaryAction } from "#server/glossary/actions.ts";

/** The glossary of a project, fetched again whenever anybody changes it; it begins with what the page brought. */
export function useGlossary(options: {
  readonly projectId: string;
  readonly memberId: string;
  readonly concepts: readonly ConceptEntry[];
}): readonly ConceptEntry[] {
  const { projectId, memberId } = options;
  const [concepts, setConcepts] = useState(options.concepts);
  useGlossaryRoom({
    projectId,
    memberId,
    facts: ["glossary"],
    // Out of reach, the known terms stay; the room's next word fetches them again.
    onChange: () =>
      void callAction(() => getGlossaryAction({ projectId })).then((result) => {
        if (result.ok) setConcepts(result.value);
      }),
  });
  return concepts;
}
