import { notFound } from "next/navigation";

/** An address that leads nowhere is answered in our words and the reader's language. */
export default function UnknownPage(): never {
  notFound();
}
