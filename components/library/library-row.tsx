"use client";
import { useTranslations } from "next-intl";
import type { RoomPresence } from "#client/collab/project-room.ts";
import { ArticleMenu } from "#components/library/article-menu.tsx";
import { ArticleTitle } from "#components/library/article-title.tsx";
import { useLibraryView } from "#components/library/library-context.tsx";
import { ProgressWords } from "#components/library/progress-words.tsx";
import { Avatar, AvatarGroup } from "#components/ui/avatar.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { LibraryArticle } from "#core/articles/library.ts";
import type { Member } from "#core/people/permissions.ts";
import { Link } from "#i18n/navigation.ts";

export type LibraryRowProps = {
  readonly article: LibraryArticle;
  readonly people: readonly RoomPresence[];
  readonly me: Member;
};

/** One article. The whole row opens it, through the one link in its title. */
export function LibraryRow({ article, people, me }: LibraryRowProps) {
  const { projectId, now } = useLibraryView();
  return (
    <li className="relative grid grid-cols-[1fr_auto] items-center gap-x-7 gap-y-3 border-line border-b px-1 py-5 hover:bg-wash md:grid-cols-[1fr_190px_64px_112px_32px]">
      <ArticleTitle article={article}>
        <Link
          href={`/projects/${projectId}/articles/${article.id}`}
          className="after:absolute after:inset-0 after:content-['']"
        >
          {article.title}
        </Link>
      </ArticleTitle>
      <div className="max-md:order-last max-md:col-span-2">
        <ProgressWords progress={article.progress} percent={article.percent} />
      </div>
      <div className="max-md:order-last">
        <RowPeople people={people} />
      </div>
      <div className="text-right text-[12.5px] text-faint max-md:order-last max-md:col-start-2">
        <RelativeTime at={article.changedAt} now={now} />
      </div>
      <div className="relative z-10 max-md:self-start max-md:justify-self-end">
        <ArticleMenu article={article} me={me} />
      </div>
    </li>
  );
}

/** Each person once, however many windows they have open. */
function RowPeople({ people }: { readonly people: readonly RoomPresence[] }) {
  const t = useTranslations("library");
  const known = new Map(people.map((each) => [each.memberId, each]));
  return (
    <AvatarGroup>
      {[...known.values()].slice(0, 4).map(({ memberId, isMe, name, color }) => (
        <Avatar key={memberId} name={t("isHere", { name: isMe ? t("you") : name })} color={color} />
      ))}
    </AvatarGroup>
  );
}
