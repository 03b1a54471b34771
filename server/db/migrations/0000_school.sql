CREATE TABLE `audit` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`staff_id` text,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text,
	`pupil_id` text,
	`detail` text,
	`prev_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_hash_unique` ON `audit` (`hash`);--> statement-breakpoint
CREATE INDEX `audit_by_pupil` ON `audit` (`pupil_id`,`id`);--> statement-breakpoint
CREATE INDEX `audit_by_staff` ON `audit` (`staff_id`,`id`);--> statement-breakpoint
CREATE INDEX `audit_by_subject` ON `audit` (`subject_kind`,`subject_id`,`id`);--> statement-breakpoint
CREATE TABLE `class_member` (
	`class_id` text NOT NULL,
	`pupil_id` text NOT NULL,
	PRIMARY KEY(`class_id`, `pupil_id`),
	FOREIGN KEY (`class_id`) REFERENCES `class`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`pupil_id`) REFERENCES `pupil`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `class_member_by_pupil` ON `class_member` (`pupil_id`);--> statement-breakpoint
CREATE TABLE `class_teacher` (
	`class_id` text NOT NULL,
	`staff_id` text NOT NULL,
	PRIMARY KEY(`class_id`, `staff_id`),
	FOREIGN KEY (`class_id`) REFERENCES `class`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `class_teacher_by_staff` ON `class_teacher` (`staff_id`);--> statement-breakpoint
CREATE TABLE `class` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`subject` text NOT NULL,
	`year` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `command` (
	`id` text PRIMARY KEY NOT NULL,
	`lesson_id` text NOT NULL,
	`device_id` text NOT NULL,
	`pupil_id` text,
	`kind` text NOT NULL,
	`body` text NOT NULL,
	`given_by` text NOT NULL,
	`given_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`done_at` integer,
	`outcome` text,
	FOREIGN KEY (`lesson_id`) REFERENCES `lesson`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`device_id`) REFERENCES `device`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pupil_id`) REFERENCES `pupil`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`given_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "command_done" CHECK(("command"."done_at" is null) = ("command"."outcome" is null))
);
--> statement-breakpoint
CREATE INDEX `command_pending` ON `command` (`device_id`,`given_at`) WHERE "command"."done_at" is null;--> statement-breakpoint
CREATE INDEX `command_by_lesson` ON `command` (`lesson_id`,`given_at`);--> statement-breakpoint
CREATE TABLE `device_assignment` (
	`device_id` text NOT NULL,
	`pupil_id` text NOT NULL,
	`from_at` integer NOT NULL,
	`to_at` integer,
	PRIMARY KEY(`device_id`, `from_at`, `pupil_id`),
	FOREIGN KEY (`device_id`) REFERENCES `device`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pupil_id`) REFERENCES `pupil`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `device_assignment_by_pupil` ON `device_assignment` (`pupil_id`,`from_at`);--> statement-breakpoint
CREATE TABLE `device_cursor` (
	`device_id` text NOT NULL,
	`epoch` text NOT NULL,
	`seq` integer NOT NULL,
	PRIMARY KEY(`device_id`, `epoch`),
	FOREIGN KEY (`device_id`) REFERENCES `device`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `device` (
	`id` text PRIMARY KEY NOT NULL,
	`public_key` text NOT NULL,
	`key_thumbprint` text NOT NULL,
	`enrolled_at` integer NOT NULL,
	`label` text NOT NULL,
	`platform` text NOT NULL,
	`agent_version` text,
	`pupil_id` text,
	`revoked_at` integer,
	`last_seen_at` integer,
	FOREIGN KEY (`pupil_id`) REFERENCES `pupil`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `device_key_thumbprint_unique` ON `device` (`key_thumbprint`);--> statement-breakpoint
CREATE INDEX `device_by_pupil` ON `device` (`pupil_id`);--> statement-breakpoint
CREATE TABLE `enrol_token` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE TABLE `event` (
	`device_id` text NOT NULL,
	`epoch` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`skew_ms` integer NOT NULL,
	`kind` text NOT NULL,
	`pupil_id` text,
	`body` text NOT NULL,
	PRIMARY KEY(`device_id`, `epoch`, `seq`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `event_history` ON `event` (`pupil_id`,`at`) WHERE "event"."pupil_id" is not null;--> statement-breakpoint
CREATE TABLE `flag_note` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`flag_id` text NOT NULL,
	`at` integer NOT NULL,
	`staff_id` text NOT NULL,
	`words` text NOT NULL,
	FOREIGN KEY (`flag_id`) REFERENCES `flag`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `flag_note_by_flag` ON `flag_note` (`flag_id`,`id`);--> statement-breakpoint
CREATE TABLE `flag` (
	`id` text PRIMARY KEY NOT NULL,
	`device_id` text NOT NULL,
	`pupil_id` text,
	`at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`category` text NOT NULL,
	`severity` integer NOT NULL,
	`cause` text NOT NULL,
	`status` text DEFAULT 'new' NOT NULL,
	`url` text NOT NULL,
	`title` text,
	`words` text,
	`trace` text NOT NULL,
	`decision` text NOT NULL,
	`acknowledged_by` text,
	`acknowledged_at` integer,
	`closed_by` text,
	`closed_at` integer,
	`outcome` text,
	`intent` text,
	`basis` text,
	FOREIGN KEY (`device_id`) REFERENCES `device`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pupil_id`) REFERENCES `pupil`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`acknowledged_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`closed_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "flag_severity" CHECK("flag"."severity" between 1 and 4),
	CONSTRAINT "flag_status" CHECK("flag"."status" in ('new', 'acknowledged', 'closed')),
	CONSTRAINT "flag_closed" CHECK(("flag"."status" = 'closed') = ("flag"."closed_at" is not null))
);
--> statement-breakpoint
CREATE INDEX `flag_open` ON `flag` ("severity" desc,`received_at`,`id`) WHERE "flag"."closed_at" is null;--> statement-breakpoint
CREATE INDEX `flag_history` ON `flag` (`pupil_id`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `flag_by_time` ON `flag` (`received_at`,`id`);--> statement-breakpoint
CREATE TABLE `form` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`year` integer NOT NULL,
	`tutor_staff_id` text,
	FOREIGN KEY (`tutor_staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `form_by_tutor` ON `form` (`tutor_staff_id`);--> statement-breakpoint
CREATE INDEX `form_by_year` ON `form` (`year`);--> statement-breakpoint
CREATE TABLE `grant` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`role` text NOT NULL,
	`scope_kind` text NOT NULL,
	`scope_id` text,
	`starts_at` integer NOT NULL,
	`ends_at` integer,
	`granted_by` text,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "grant_role" CHECK("grant"."role" in ('teacher', 'form-tutor', 'head-of-year', 'dsl', 'e-safety-lead', 'ict')),
	CONSTRAINT "grant_scope" CHECK(("grant"."scope_kind" = 'school') = ("grant"."scope_id" is null))
);
--> statement-breakpoint
CREATE INDEX `grant_by_staff` ON `grant` (`staff_id`);--> statement-breakpoint
CREATE INDEX `grant_by_role` ON `grant` (`role`,`scope_kind`,`scope_id`);--> statement-breakpoint
CREATE TABLE `lesson` (
	`id` text PRIMARY KEY NOT NULL,
	`class_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`started_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`ended_at` integer,
	`scene` text NOT NULL,
	FOREIGN KEY (`class_id`) REFERENCES `class`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `lesson_open_per_class` ON `lesson` (`class_id`) WHERE "lesson"."ended_at" is null;--> statement-breakpoint
CREATE INDEX `lesson_by_staff` ON `lesson` (`staff_id`,`started_at`);--> statement-breakpoint
CREATE INDEX `lesson_by_class` ON `lesson` (`class_id`,`started_at`);--> statement-breakpoint
CREATE TABLE `list_version` (
	`hash` text PRIMARY KEY NOT NULL,
	`version` text NOT NULL,
	`bytes` integer NOT NULL,
	`built_at` integer NOT NULL,
	`current` integer DEFAULT false NOT NULL,
	`meta` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `list_version_current` ON `list_version` (`current`) WHERE "list_version"."current" = 1;--> statement-breakpoint
CREATE TABLE `policy_version` (
	`version` integer PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`document` text NOT NULL,
	`published_by` text,
	`published_at` integer NOT NULL,
	`current` integer DEFAULT false NOT NULL,
	FOREIGN KEY (`published_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `policy_version_hash_unique` ON `policy_version` (`hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `policy_version_current` ON `policy_version` (`current`) WHERE "policy_version"."current" = 1;--> statement-breakpoint
CREATE TABLE `pupil` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`year` integer NOT NULL,
	`form_id` text,
	`email` text,
	`left_at` integer,
	FOREIGN KEY (`form_id`) REFERENCES `form`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "pupil_year" CHECK("pupil"."year" between 0 and 13)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pupil_email_unique` ON `pupil` (`email`);--> statement-breakpoint
CREATE INDEX `pupil_by_form` ON `pupil` (`form_id`);--> statement-breakpoint
CREATE INDEX `pupil_by_year` ON `pupil` (`year`);--> statement-breakpoint
CREATE TABLE `report` (
	`id` text PRIMARY KEY NOT NULL,
	`device_id` text NOT NULL,
	`pupil_id` text,
	`at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`kind` text NOT NULL,
	`words` text NOT NULL,
	`about` text,
	`adult` text NOT NULL,
	`status` text DEFAULT 'filed' NOT NULL,
	`seen_by` text,
	`seen_at` integer,
	`reply` text,
	`closed_by` text,
	`closed_at` integer,
	FOREIGN KEY (`device_id`) REFERENCES `device`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pupil_id`) REFERENCES `pupil`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seen_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`closed_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "report_status" CHECK("report"."status" in ('filed', 'seen', 'closed')),
	CONSTRAINT "report_closed" CHECK(("report"."status" = 'closed') = ("report"."closed_at" is not null))
);
--> statement-breakpoint
CREATE INDEX `report_open` ON `report` (`received_at`,`id`) WHERE "report"."closed_at" is null;--> statement-breakpoint
CREATE INDEX `report_by_adult` ON `report` (`adult`,`received_at`,`id`);--> statement-breakpoint
CREATE INDEX `report_history` ON `report` (`pupil_id`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `request` (
	`id` text PRIMARY KEY NOT NULL,
	`device_id` text NOT NULL,
	`pupil_id` text,
	`lesson_id` text,
	`at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`host` text NOT NULL,
	`url` text NOT NULL,
	`category` text,
	`words` text NOT NULL,
	`status` text DEFAULT 'waiting' NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`reply` text,
	FOREIGN KEY (`device_id`) REFERENCES `device`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pupil_id`) REFERENCES `pupil`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lesson_id`) REFERENCES `lesson`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "request_status" CHECK("request"."status" in ('waiting', 'granted', 'refused', 'expired')),
	CONSTRAINT "request_decided" CHECK(("request"."status" = 'waiting') = ("request"."decided_at" is null))
);
--> statement-breakpoint
CREATE INDEX `request_open` ON `request` (`received_at`,`id`) WHERE "request"."decided_at" is null;--> statement-breakpoint
CREATE INDEX `request_by_lesson` ON `request` (`lesson_id`,`received_at`);--> statement-breakpoint
CREATE INDEX `request_history` ON `request` (`pupil_id`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `school` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`settings` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `session` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `session_by_staff` ON `session` (`staff_id`);--> statement-breakpoint
CREATE INDEX `session_by_expiry` ON `session` (`expires_at`);--> statement-breakpoint
CREATE TABLE `sign_in_link` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `staff` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`password_hash` text,
	`active` integer DEFAULT true NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_email_unique` ON `staff` (`email`);--> statement-breakpoint
CREATE TABLE `timetable_slot` (
	`id` text PRIMARY KEY NOT NULL,
	`class_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`weekday` integer NOT NULL,
	`starts_minute` integer NOT NULL,
	`ends_minute` integer NOT NULL,
	`room` text,
	FOREIGN KEY (`class_id`) REFERENCES `class`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "timetable_slot_weekday" CHECK("timetable_slot"."weekday" between 1 and 7),
	CONSTRAINT "timetable_slot_minutes" CHECK(0 <= "timetable_slot"."starts_minute" and "timetable_slot"."starts_minute" < "timetable_slot"."ends_minute" and "timetable_slot"."ends_minute" <= 1440)
);
--> statement-breakpoint
CREATE INDEX `timetable_slot_by_staff` ON `timetable_slot` (`staff_id`,`weekday`,`starts_minute`);--> statement-breakpoint
CREATE INDEX `timetable_slot_by_class` ON `timetable_slot` (`class_id`,`weekday`,`starts_minute`);