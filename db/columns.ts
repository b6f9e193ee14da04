/** The only door to column types, so that another engine can follow without touching the tables. */
import { blob, customType, integer, text } from "drizzle-orm/sqlite-core";

/** One of our own ids: 20 characters of [a-z0-9], binary collation. */
export const id = (name: string) => text(name, { length: 20 });
export const string = (name: string) => text(name);
export const count = (name: string) => integer(name);
export const flag = (name: string) => integer(name, { mode: "boolean" });
/** Milliseconds since 1970, UTC, as a number. */
export const instant = (name: string) => integer(name);
export const bytes = (name: string) => blob(name, { mode: "buffer" });

/** A JSON value, typed by its writer. Never queried inside SQL. */
export const json = <Value>(name: string) =>
  customType<{ data: Value; driverData: string }>({
    dataType: () => "text",
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (value) => JSON.parse(value) as Value,
  })(name);
