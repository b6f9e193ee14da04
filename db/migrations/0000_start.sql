CREATE TABLE `articles` (
	`id` text(20) PRIMARY KEY NOT NULL,
	`project_id` text(20) NOT NULL,
	`title` text NOT NULL,
	`source` text NOT NULL,
	`source_url` text,
	`source_key` text,
	`author` text,
	`permission` text NOT NULL,
	`votes` integer,
	`updated_at_text` text,
	`updated_at` text,
	`meta` text NOT NULL,
	`warnings` text NOT NULL,
	`blocks` text NOT NULL,
	`segment_count` integer NOT NULL,
	`is_sample` integer DEFAULT false NOT NULL,
	`created_by` text(20) NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`ready_at` integer,
	`trashed_at` integer,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `articles_by_project` ON `articles` (`project_id`,`changed_at`);--> statement-breakpoint
CREATE INDEX `articles_by_source` ON `articles` (`project_id`,`source_key`);--> statement-breakpoint
CREATE TABLE `confirmations` (
	`id` text(20) PRIMARY KEY NOT NULL,
	`project_id` text(20) NOT NULL,
	`article_id` text(20) NOT NULL,
	`segment_id` text(20) NOT NULL,
	`level` text NOT NULL,
	`member_id` text(20) NOT NULL,
	`target_hash` text NOT NULL,
	`source_hash` text NOT NULL,
	`schema_version` integer NOT NULL,
	`at` integer NOT NULL,
	`withdrawn_at` integer,
	`withdrawn_by` text(20),
	`withdrawn_reason` text,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`segment_id`) REFERENCES `segments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `confirmations_of_segment` ON `confirmations` (`segment_id`);--> statement-breakpoint
CREATE INDEX `confirmations_of_article` ON `confirmations` (`article_id`);--> statement-breakpoint
CREATE TABLE `originals` (
	`article_id` text(20) PRIMARY KEY NOT NULL,
	`project_id` text(20) NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`reader_version` integer NOT NULL,
	`data` blob NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `originals_by_hash` ON `originals` (`project_id`,`sha256`);--> statement-breakpoint
CREATE TABLE `parts` (
	`id` text(20) PRIMARY KEY NOT NULL,
	`project_id` text(20) NOT NULL,
	`article_id` text(20) NOT NULL,
	`ordinal` integer NOT NULL,
	`epoch` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `parts_of_article` ON `parts` (`article_id`,`ordinal`);--> statement-breakpoint
CREATE TABLE `reading_positions` (
	`member_id` text(20) NOT NULL,
	`article_id` text(20) NOT NULL,
	`project_id` text(20) NOT NULL,
	`segment_id` text(20) NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`member_id`, `article_id`),
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`segment_id`) REFERENCES `segments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `segments` (
	`id` text(20) PRIMARY KEY NOT NULL,
	`project_id` text(20) NOT NULL,
	`article_id` text(20) NOT NULL,
	`part_id` text(20) NOT NULL,
	`number` integer NOT NULL,
	`block` integer,
	`kind` text NOT NULL,
	`pid` text,
	`source` text NOT NULL,
	`source_text` text NOT NULL,
	`source_length` integer GENERATED ALWAYS AS (length(source_text)) VIRTUAL,
	`source_hash` text NOT NULL,
	`text_hash` text NOT NULL,
	`previous_text_hash` text,
	`next_text_hash` text,
	`target` text NOT NULL,
	`target_text` text NOT NULL,
	`target_hash` text NOT NULL,
	`target_valid` integer DEFAULT true NOT NULL,
	`target_changed_at` integer,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`part_id`) REFERENCES `parts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `segments_of_article` ON `segments` (`article_id`,`number`);--> statement-breakpoint
CREATE INDEX `segments_of_part` ON `segments` (`part_id`);--> statement-breakpoint
CREATE INDEX `segments_progress` ON `segments` (`project_id`,`article_id`,`id`,`source_hash`,`target_hash`,`source_length`);--> statement-breakpoint
CREATE TABLE `part_snapshots` (
	`part_id` text(20) NOT NULL,
	`upto` integer NOT NULL,
	`project_id` text(20) NOT NULL,
	`data` blob NOT NULL,
	`checksum` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`part_id`, `upto`),
	FOREIGN KEY (`part_id`) REFERENCES `parts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `part_updates` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`part_id` text(20) NOT NULL,
	`project_id` text(20) NOT NULL,
	`data` blob NOT NULL,
	`checksum` integer NOT NULL,
	`member_id` text(20),
	`origin` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`part_id`) REFERENCES `parts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `part_updates_of_part` ON `part_updates` (`part_id`,`id`);--> statement-breakpoint
CREATE TABLE `segment_versions` (
	`segment_id` text(20) NOT NULL,
	`from` integer NOT NULL,
	`project_id` text(20) NOT NULL,
	`until` integer,
	`content` text NOT NULL,
	`text` text NOT NULL,
	`hash` text NOT NULL,
	`authors` text NOT NULL,
	PRIMARY KEY(`segment_id`, `from`),
	FOREIGN KEY (`segment_id`) REFERENCES `segments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text(20) PRIMARY KEY NOT NULL,
	`project_id` text(20) NOT NULL,
	`article_id` text(20) NOT NULL,
	`member_id` text(20) NOT NULL,
	`state` text NOT NULL,
	`stage` text NOT NULL,
	`options` text NOT NULL,
	`created_at` integer NOT NULL,
	`started_at` integer,
	`ended_at` integer,
	`file_name` text,
	`file_bytes` integer,
	`pages` integer,
	`notices` text NOT NULL,
	`error_code` text,
	`error_details` text,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `jobs_by_member` ON `jobs` (`member_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `concepts` (
	`id` text(20) PRIMARY KEY NOT NULL,
	`project_id` text(20) NOT NULL,
	`state` text NOT NULL,
	`definition` text DEFAULT '' NOT NULL,
	`domain` text DEFAULT '' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`created_by` text(20) NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`decided_by` text(20),
	`decided_at` integer,
	`decision_reason` text,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `concepts_by_project` ON `concepts` (`project_id`,`state`);--> statement-breakpoint
CREATE TABLE `proposals` (
	`id` text(20) PRIMARY KEY NOT NULL,
	`project_id` text(20) NOT NULL,
	`concept_id` text(20) NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`change` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`evidence_segment_id` text(20),
	`created_by` text(20) NOT NULL,
	`created_at` integer NOT NULL,
	`decided_by` text(20),
	`decided_at` integer,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`concept_id`) REFERENCES `concepts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `proposals_of_concept` ON `proposals` (`concept_id`);--> statement-breakpoint
CREATE INDEX `proposals_by_state` ON `proposals` (`project_id`,`state`);--> statement-breakpoint
CREATE TABLE `terms` (
	`id` text(20) PRIMARY KEY NOT NULL,
	`concept_id` text(20) NOT NULL,
	`project_id` text(20) NOT NULL,
	`language` text NOT NULL,
	`text` text NOT NULL,
	`status` text NOT NULL,
	`pinyin` text,
	`note` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`concept_id`) REFERENCES `concepts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `terms_of_concept` ON `terms` (`concept_id`);--> statement-breakpoint
CREATE INDEX `terms_by_text` ON `terms` (`project_id`,`text`);--> statement-breakpoint
CREATE TABLE `members` (
	`id` text(20) PRIMARY KEY NOT NULL,
	`project_id` text(20) NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`color` text NOT NULL,
	`is_sample` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`project_id`) REFERENCES `projects`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `members_by_project` ON `members` (`project_id`);--> statement-breakpoint
CREATE TABLE `projects` (
	`id` text(20) PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	`sample_added_at` integer
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`member_id` text(20) NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
