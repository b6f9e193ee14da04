"use client";
import Link, { useLinkStatus } from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { RoomPresence } from "#client/collab/project-room.ts";
import { ArticleMenu } from "#components/library/article-menu.tsx";
import { ArticleTitle } from "#components/library/article-title.tsx";
import { FoundPlaces } from "#components/library/found-places.tsx";
import { useLibraryView } from "#components/library/library-context.tsx";
import { MarkedWords } from "#components/library/marked-words.tsx";
import { ProgressWords } from "#components/library/progress-words.tsx";
import { Avatar, AvatarGroup } from "#components/ui/avatar.tsx";
import { lazyWhenUsed } from "#components/ui/lazy-when-used.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { LibraryArticle } from "#core/articles/library.ts";
import { can, type Member } from "#core/people/permissions.ts";

const DetailsDialog = lazyWhenUsed(
  async () => (await import("#components/library/details-dialog.tsx")).DetailsDialog,
);

export type LibraryRowProps = {
  readonly article: LibraryArticle;
  readonly people: readonly RoomPresence[];
  readonly me: Member;
};

/** One article. The whole row opens it, through the one link in its title. */
export function LibraryRow({ article, people, me }: LibraryRowProps) {
  const { projectId, query, now } = useLibraryView();
  const [isEditing, setEditing] = useState(false);
  const canEdit = can(me, "edit-article", { projectId });
  return (
    // Rows far from the view are laid out when they come near.
    <li className="relative grid grid-cols-[1fr_auto] items-center gap-x-7 gap-y-3 border-line border-b px-1 py-5 [contain-intrinsic-size:auto_112px] [content-visibility:auto] hover:bg-wash md:grid-cols-[1fr_190px_64px_112px_32px]">
      <div className="min-w-0">
        <ArticleTitle article={article} onNotes={canEdit ? () => setEditing(true) : null}>
          <Link
            href={`/projects/${projectId}/articles/${article.id}`}
            className="after:absolute after:inset-0 after:content-['']"
          >
            {article.found ? <MarkedWords text={article.title} words={query} /> : article.title}
            <Opening />
          </Link>
        </ArticleTitle>
        {article.found && <FoundPlaces articleId={article.id} found={article.found} />}
      </div>
      <div className="max-md:order-last max-md:self-end">
        <ProgressWords progress={article.progress} percent={article.percent} />
      </div>
      <div className="flex flex-col items-end gap-1 max-md:order-last max-md:self-end md:contents">
        <RowPeople people={people} />
        <span className="text-right text-[12.5px] text-faint">
          <span className="inline-block first-letter:uppercase">
            <RelativeTime at={article.changedAt} now={now} />
          </span>
        </span>
      </div>
      <div className="relative z-10 -mr-2 justify-self-end max-md:self-start">
        <ArticleMenu article={article} me={me} onEdit={() => setEditing(true)} />
      </div>
      {isEditing && <DetailsDialog article={article} onClose={() => setEditing(false)} />}
    </li>
  );
}

/** Beside the title while the article that was chosen is on its way. */
function Opening() {
  const t = useTranslations("library");
  const { pending } = useLinkStatus();
  return (
    pending && (
      <span className="ml-3 inline-flex align-middle">
        <Spinner label={t("opening")} />
      </span>
    )
  );
}

const shownPeople = 3;

/** Each person once, however many windows they have open. */
function RowPeople({ people }: { readonly people: readonly RoomPresence[] }) {
  const t = useTranslations("library");
  const known = [...new Map(people.map((each) => [each.memberId, each])).values()];
  const rest = known.length - shownPeople;
  return (
    <span className="relative z-10 flex items-center gap-1">
      <AvatarGroup>
        {known.slice(0, shownPeople).map(({ memberId, isMe, name, color }) => (
          <Avatar key={memberId} name={t("isHere", { name: isMe ? t("you") : name })} color={color} />
        ))}
      </AvatarGroup>
      {rest > 0 && <span className="text-[12px] text-muted">{t("morePeople", { count: rest })}</span>}
    </span>
  );
}
