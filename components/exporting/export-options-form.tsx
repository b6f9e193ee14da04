"use client";
import { useTranslations } from "next-intl";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { RadioGroup } from "#components/ui/radio.tsx";
import { type ExportOptions, imprintLanguages, paperSizes, signatureLimit } from "#core/exporting/options.ts";

export type ExportOptionsFormProps = {
  readonly options: ExportOptions;
  readonly onChange: (options: ExportOptions) => void;
};

export function ExportOptionsForm({ options, onChange }: ExportOptionsFormProps) {
  const t = useTranslations("exporting");
  return (
    <div className="flex flex-col gap-5">
      <p className="text-muted">{t("explanation")}</p>
      <section>
        <h3 className="mb-2 font-medium">{t("paper")}</h3>
        <RadioGroup
          label={t("paper")}
          value={options.paper}
          choices={paperSizes.map((value) => ({ value, label: t(`paperSizes.${value}`) }))}
          onChange={(paper) => onChange({ ...options, paper })}
        />
      </section>
      <section>
        <h3 className="mb-2 font-medium">{t("language")}</h3>
        <RadioGroup
          label={t("language")}
          value={options.language}
          choices={imprintLanguages.map((value) => ({ value, label: t(`languages.${value}`) }))}
          onChange={(language) => onChange({ ...options, language })}
        />
      </section>
      <Field label={t("signature")} hint={t("signatureHint")}>
        <Input
          value={options.signature}
          maxLength={signatureLimit}
          autoComplete="name"
          onValueChange={(signature) => onChange({ ...options, signature })}
        />
      </Field>
      <Checkbox isChecked={options.numbers} onChange={(numbers) => onChange({ ...options, numbers })}>
        {t("numbers")}
      </Checkbox>
    </div>
  );
}
