import type { TermDraft } from "#core/glossary/concept.ts";
import { renderPinyin } from "#core/text/pinyin.ts";
import { createId } from "#server/create-id.ts";

type Place = { readonly conceptId: string; readonly projectId: string; readonly now: number };

/** Rows of a concept's terms; one without text is left out, a Chinese one gets its pinyin. */
export function buildTermRows(drafts: readonly TermDraft[], { conceptId, projectId, now }: Place) {
  return drafts
    .map((draft) => ({ ...draft, text: draft.text.normalize("NFC").trim() }))
    .filter((draft) => draft.text !== "")
    .map(({ language, text, status }, index) => ({
      id: createId(),
      conceptId,
      projectId,
      language,
      text,
      status,
      pinyin: language === "zh" ? renderPinyin(text) : null,
      // One millisecond apart, so that they are listed in the order given.
      createdAt: now + index,
    }));
}
