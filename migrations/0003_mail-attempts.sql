CREATE TABLE "mail_attempt" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"mail_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"outcome" text NOT NULL,
	"recipient" text NOT NULL,
	"code" smallint,
	"status" text,
	"words" text,
	"by" uuid,
	CONSTRAINT "mail_attempt_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "mail_choice" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"choice" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL,
	CONSTRAINT "mail_choice_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "mail_server" (
	"id" smallint PRIMARY KEY NOT NULL,
	"minute_at" timestamp (3) with time zone,
	"taken" integer DEFAULT 0 NOT NULL,
	"trouble_since" timestamp (3) with time zone,
	"trouble" text,
	"trouble_code" smallint,
	"failures" integer DEFAULT 0 NOT NULL,
	"rest_until" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "kind" text DEFAULT 'notice' NOT NULL;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "once_key" text;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "stop_link" text;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "stop_hash" text;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "tries" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "next_try_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "held_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "failed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "failure" text;--> statement-breakpoint
ALTER TABLE "mail_attempt" ADD CONSTRAINT "mail_attempt_org_id_mail_id_mail_org_id_id_fk" FOREIGN KEY ("org_id","mail_id") REFERENCES "public"."mail"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_choice" ADD CONSTRAINT "mail_choice_org_id_account_id_account_org_id_id_fk" FOREIGN KEY ("org_id","account_id") REFERENCES "public"."account"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mail_attempt_org_id_mail_id_index" ON "mail_attempt" USING btree ("org_id","mail_id");--> statement-breakpoint
CREATE INDEX "mail_choice_org_id_account_id_index" ON "mail_choice" USING btree ("org_id","account_id");--> statement-breakpoint
CREATE INDEX "mail_org_id_account_id_index" ON "mail" USING btree ("org_id","account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "mail_org_id_once_key_index" ON "mail" USING btree ("org_id","once_key");--> statement-breakpoint
CREATE UNIQUE INDEX "mail_org_id_stop_hash_index" ON "mail" USING btree ("org_id","stop_hash");--> statement-breakpoint
CREATE INDEX "mail_to_send_index" ON "mail" USING btree ("org_id","created_at","id") WHERE "mail"."sent_at" is null;