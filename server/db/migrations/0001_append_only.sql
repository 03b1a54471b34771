CREATE TRIGGER `audit_no_update` BEFORE UPDATE ON `audit`
BEGIN
	SELECT raise(ABORT, 'audit is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_no_delete` BEFORE DELETE ON `audit`
BEGIN
	SELECT raise(ABORT, 'audit is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `audit_no_replace` BEFORE INSERT ON `audit`
WHEN EXISTS (SELECT 1 FROM `audit` WHERE `id` = new.`id` OR `hash` = new.`hash`)
BEGIN
	SELECT raise(ABORT, 'audit is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `flag_note_no_update` BEFORE UPDATE ON `flag_note`
BEGIN
	SELECT raise(ABORT, 'flag_note is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `flag_note_no_delete` BEFORE DELETE ON `flag_note`
WHEN EXISTS (SELECT 1 FROM `flag` WHERE `id` = old.`flag_id`)
BEGIN
	SELECT raise(ABORT, 'flag_note is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER `flag_note_no_replace` BEFORE INSERT ON `flag_note`
WHEN EXISTS (SELECT 1 FROM `flag_note` WHERE `id` = new.`id`)
BEGIN
	SELECT raise(ABORT, 'flag_note is append-only');
END;
