CREATE TABLE `model_version` (
	`hash` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`bytes` integer NOT NULL,
	`installed_at` integer NOT NULL,
	`signed_by` text NOT NULL,
	`current` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `model_version_current` ON `model_version` (`current`) WHERE "model_version"."current" = 1;