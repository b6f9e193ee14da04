"use client";
import { useTranslations } from "next-intl";
import { Chip } from "#components/ui/chip.tsx";
import type { ConceptEntry } from "#core/glossary/concept.ts";
import { localOwnerName } from "#core/people/local-names.ts";

/** The state of a concept in a word; of a proposal also, where there is room, whose it is. */
export function StateChip({
  concept,
  hasName = false,
}: {
  readonly concept: ConceptEntry;
  readonly hasName?: boolean;
}) {
  const t = useTranslations("glossary");
  const name = concept.proposedBy;
  const isNamed = hasName && concept.state === "proposed" && name !== "";
  return (
    <Chip tone={concept.state === "approved" ? "seal" : "calm"}>
      {isNamed
        ? t("proposedBy", { own: String(name === localOwnerName), name })
        : t(`state.${concept.state}`)}
    </Chip>
  );
}
