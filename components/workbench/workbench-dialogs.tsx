"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { flushSync } from "react-dom";
import { isComposing, type KeyId, keyMap } from "#client/keys/key-map.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { hasFinePointer } from "#components/ui/pointer.ts";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";

type OpenProps = { readonly onClose: () => void };

const groups = ["segment", "text", "find", "help"] as const;

/** All keys, by what they are for. */
export function KeyHelp({ onClose }: OpenProps) {
  const t = useTranslations("workbench");
  return (
    <Dialog onClose={onClose} title={t("helpTitle")} isText>
      {groups.map((group) => (
        <section key={group} className="mb-5">
          <h2 className="mb-1 font-medium text-muted">{t(`group.${group}`)}</h2>
          <dl>
            {[...Map.groupBy(keyMap, (key) => key.id)]
              .filter(([, [key]]) => key?.group === group)
              .map(([id, keys]) => (
                <div key={id} className="flex justify-between gap-4 border-line border-b py-1.5">
                  <dt>{t(`keys.${id}`)}</dt>
                  {keys.map((key) => (
                    <dd
                      key={key.shown.join()}
                      className="flex shrink-0 items-center gap-1 first-of-type:ml-auto"
                    >
                      {key.shown.map((each) => (
                        <Kbd key={each}>{each}</Kbd>
                      ))}
                    </dd>
                  ))}
                </div>
              ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}

/** What the menu offers: keys that need no digit, and no menu in the menu; to fingers alone no list of keys. */
function listCommands(): KeyId[] {
  const left: KeyId[] = ["insertTerm", "carryOver", "commands", "leave"];
  if (!hasFinePointer()) left.push("help");
  return [...new Set(keyMap.map((key) => key.id))].filter((id) => !left.includes(id));
}

const bringIntoView = (option: HTMLElement | null) => option?.scrollIntoView({ block: "nearest" });

/** Every command by its name, to be found by typing. */
export function CommandMenu({ onClose, onRun }: OpenProps & { readonly onRun: (id: KeyId) => void }) {
  const t = useTranslations("workbench");
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const [commands] = useState(listCommands);
  const found = commands.filter((id) => t(`keys.${id}`).toLowerCase().includes(query.trim().toLowerCase()));
  const run = (id: KeyId | undefined) => {
    if (!id) return;
    // The focus is back where it was before the command asks for it.
    flushSync(onClose);
    queueMicrotask(() => onRun(id));
  };
  return (
    <Dialog onClose={onClose} title={t("commandsTitle")}>
      <input
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls="workbench-commands"
        aria-activedescendant={found[at] ? `command-${found[at]}` : undefined}
        aria-label={t("commandsPlaceholder")}
        placeholder={t("commandsPlaceholder")}
        value={query}
        className="mb-2 h-9 w-full rounded-md border border-line bg-raised px-3"
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (isComposing(event.nativeEvent)) return;
          if (event.key === "ArrowDown") setAt(Math.min(found.length - 1, at + 1));
          else if (event.key === "ArrowUp") setAt(Math.max(0, at - 1));
          else if (event.key === "Enter") run(found[at]);
          else return;
          event.preventDefault();
        }}
      />
      <output className="block px-3 text-muted">{found.length === 0 && t("noCommand")}</output>
      <div id="workbench-commands" role="listbox" aria-label={t("commandsTitle")}>
        {found.map((id, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
          <div
            key={id}
            ref={index === at ? bringIntoView : null}
            id={`command-${id}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={`flex cursor-default justify-between gap-4 rounded-sm px-3 py-1.5 ${index === at ? "bg-wash" : ""}`}
            onMouseEnter={() => setAt(index)}
            onClick={() => run(id)}
          >
            {t(`keys.${id}`)}
            <span className="flex shrink-0 items-center gap-1">
              {keyMap
                .find((key) => key.id === id)
                ?.shown.map((each) => (
                  <Kbd key={each} isHint>
                    {each}
                  </Kbd>
                ))}
            </span>
          </div>
        ))}
      </div>
    </Dialog>
  );
}

/** Asks for a number and goes there. */
export function GoToDialog({ onClose }: OpenProps) {
  const t = useTranslations("workbench.goTo");
  const { data, reveal } = useWorkbench();
  const [number, setNumber] = useState("");
  const [isRefused, setRefused] = useState(false);
  const go = (event: FormEvent) => {
    event.preventDefault();
    // A Chinese input method may write wide digits.
    const segment = data.segments[Number(number.normalize("NFKC")) - 1];
    setRefused(!segment);
    if (!segment) return;
    onClose();
    // After the dialog has given the focus back.
    requestAnimationFrame(() => requestAnimationFrame(() => reveal(segment.id)));
  };
  return (
    <Dialog onClose={onClose} title={t("title")}>
      <form onSubmit={go} className="flex items-start gap-3">
        <Field label={t("number")} error={isRefused && t("outOfRange", { total: data.segments.length })}>
          <Input inputMode="numeric" value={number} onValueChange={setNumber} autoFocus />
        </Field>
        {/* Level with the field below its label. */}
        <span className="pt-[25px]">
          <Button type="submit" look="primary">
            {t("go")}
          </Button>
        </span>
      </form>
    </Dialog>
  );
}
