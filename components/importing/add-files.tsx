"use client";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { z } from "zod";
import { useDraft } from "#client/drafts/use-draft.ts";
import type { ImportInput } from "#client/importing/import-requests.ts";
import { readClipboard } from "#components/importing/use-drop-and-paste.ts";
import { Button, type ButtonProps } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { RestoredNote } from "#components/ui/restored-note.tsx";
import { Textarea } from "#components/ui/textarea.tsx";

export type AddFilesProps = {
  readonly label: string;
  readonly look: ButtonProps["look"];
  readonly onFiles: (inputs: readonly ImportInput[]) => void;
};

/** A button that opens the computer's file picker. */
export function AddFiles({ label, look, onFiles }: AddFilesProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button look={look} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={label}
        accept=".html,.htm,.md,.markdown,.txt,text/html,text/markdown,text/plain"
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])].map((file) => ({ kind: "file", file })));
          // The same file may be chosen again.
          target.value = "";
        }}
      />
    </>
  );
}

/** A field for the clipboard: a paste is read at once with its markup, typed text when asked. */
export function AddPaste({ onPaste }: { readonly onPaste: (inputs: readonly ImportInput[]) => void }) {
  const t = useTranslations("importing");
  const { value: text, set: setText, isRestored, clear } = useDraft("paste", "", z.string());
  return (
    <div className="flex flex-col items-start gap-3">
      <div className="flex w-full flex-col gap-3">
        {isRestored && <RestoredNote onClear={clear} />}
        <Field label={t("pasteLabel")}>
          <Textarea
            lang="zh-CN"
            rows={4}
            value={text}
            placeholder={t("pastePlaceholder")}
            onValueChange={setText}
            onPaste={(event) => {
              // Beside words that stand there, plain text is text; markup would be lost among them.
              if (text !== "" && event.clipboardData.getData("text/html") === "") return;
              const inputs = readClipboard(event.clipboardData);
              if (inputs.length === 0) return;
              event.preventDefault();
              onPaste(inputs);
            }}
          />
        </Field>
      </div>
      {text.trim() !== "" && (
        <Button
          onClick={() => {
            onPaste([{ kind: "paste", pasted: { html: null, text } }]);
            clear();
          }}
        >
          {t("useText")}
        </Button>
      )}
    </div>
  );
}
