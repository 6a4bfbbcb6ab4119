CREATE TABLE "answer" (
	"org_id" uuid NOT NULL,
	"enrollment_id" uuid NOT NULL,
	"key" uuid NOT NULL,
	"step" text NOT NULL,
	"number" integer NOT NULL,
	"choice" jsonb NOT NULL,
	"completes" boolean NOT NULL,
	"version_hash" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "answer_org_id_enrollment_id_key_pk" PRIMARY KEY("org_id","enrollment_id","key")
);
--> statement-breakpoint
CREATE TABLE "completion" (
	"org_id" uuid NOT NULL,
	"enrollment_id" uuid NOT NULL,
	"version_hash" text NOT NULL,
	"minutes" integer NOT NULL,
	"completed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "completion_org_id_enrollment_id_pk" PRIMARY KEY("org_id","enrollment_id")
);
--> statement-breakpoint
CREATE TABLE "course_adoption" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"course" text NOT NULL,
	"hash" text NOT NULL,
	"adopted_at" timestamp (3) with time zone NOT NULL,
	"adopted_by" uuid,
	CONSTRAINT "course_adoption_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "course_overlay" (
	"org_id" uuid NOT NULL,
	"course" text NOT NULL,
	"file" text NOT NULL,
	"content" text NOT NULL,
	"over" text NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	"written_by" uuid,
	CONSTRAINT "course_overlay_org_id_course_file_pk" PRIMARY KEY("org_id","course","file")
);
--> statement-breakpoint
CREATE TABLE "course_shipping" (
	"course" text NOT NULL,
	"hash" text NOT NULL,
	"number" integer NOT NULL,
	"shipped_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "course_shipping_course_number_pk" PRIMARY KEY("course","number")
);
--> statement-breakpoint
CREATE TABLE "course_version" (
	"org_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"course" text NOT NULL,
	"shipped_hash" text NOT NULL,
	"compiled" jsonb NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "course_version_org_id_hash_pk" PRIMARY KEY("org_id","hash")
);
--> statement-breakpoint
CREATE TABLE "enrollment" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"course" text NOT NULL,
	"version_hash" text NOT NULL,
	"enrolled_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "enrollment_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "poll_release" (
	"org_id" uuid NOT NULL,
	"course" text NOT NULL,
	"step" text NOT NULL,
	"votes" jsonb NOT NULL,
	"released_on" date NOT NULL,
	CONSTRAINT "poll_release_org_id_course_step_pk" PRIMARY KEY("org_id","course","step")
);
--> statement-breakpoint
CREATE TABLE "poll_tally" (
	"org_id" uuid NOT NULL,
	"course" text NOT NULL,
	"step" text NOT NULL,
	"votes" jsonb NOT NULL,
	CONSTRAINT "poll_tally_org_id_course_step_pk" PRIMARY KEY("org_id","course","step")
);
--> statement-breakpoint
CREATE TABLE "shipped_course" (
	"hash" text PRIMARY KEY NOT NULL,
	"course" text NOT NULL,
	"source" jsonb NOT NULL,
	"compiled" jsonb NOT NULL,
	"stored_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people_import" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"uploaded_at" timestamp (3) with time zone NOT NULL,
	"parsed" jsonb,
	"counts" jsonb NOT NULL,
	"applied" boolean DEFAULT false NOT NULL,
	CONSTRAINT "people_import_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" text NOT NULL,
	"given_name" text NOT NULL,
	"family_name" text NOT NULL,
	"email" text,
	"manager_id" uuid,
	"department" text,
	"site" text,
	"hired_on" date,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "person_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "audit_entry" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"act" text NOT NULL,
	"actor_id" uuid,
	"subject_id" uuid,
	"details" jsonb NOT NULL,
	"salt" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "audit_entry_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "audit_link" (
	"org_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"entry_id" uuid NOT NULL,
	"entry_hash" text NOT NULL,
	"hash" text NOT NULL,
	"linked_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "audit_link_org_id_number_pk" PRIMARY KEY("org_id","number")
);
--> statement-breakpoint
CREATE TABLE "account" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"language" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "account_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "role_grant" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"role" text NOT NULL,
	"granted_at" timestamp (3) with time zone NOT NULL,
	"granted_by" uuid,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "role_grant_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"account_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"device" text NOT NULL,
	CONSTRAINT "session_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "sign_in_link" (
	"org_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"account_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "sign_in_link_org_id_token_hash_pk" PRIMARY KEY("org_id","token_hash")
);
--> statement-breakpoint
CREATE TABLE "form_key" (
	"org_id" uuid NOT NULL,
	"key" uuid NOT NULL,
	"verb" text NOT NULL,
	"result" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "form_key_org_id_key_pk" PRIMARY KEY("org_id","key")
);
--> statement-breakpoint
CREATE TABLE "event" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"position" bigserial NOT NULL,
	"type" text NOT NULL,
	"account_id" uuid,
	"data" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "event_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "mail" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid,
	"recipient" text NOT NULL,
	"language" text NOT NULL,
	"subject" text NOT NULL,
	"body" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	CONSTRAINT "mail_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "org" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"language" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "org_slug_unique" UNIQUE("slug"),
	CONSTRAINT "org_slug_format" CHECK ("org"."slug" ~ '^[a-z0-9]([a-z0-9-]{0,46}[a-z0-9])?$'),
	CONSTRAINT "org_kind" CHECK ("org"."kind" in ('real', 'demo'))
);
--> statement-breakpoint
CREATE TABLE "sealing_key" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"recipient" text NOT NULL,
	"wrapped" text NOT NULL,
	"wrapped_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sealing_key_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "assignment" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"course" text NOT NULL,
	"assigned_at" timestamp (3) with time zone NOT NULL,
	"assigned_by" uuid,
	"due_on" date,
	CONSTRAINT "assignment_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
CREATE TABLE "progress" (
	"org_id" uuid NOT NULL,
	"enrollment_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"course" text NOT NULL,
	"assigned_at" timestamp (3) with time zone,
	"started_at" timestamp (3) with time zone,
	"completed_at" timestamp (3) with time zone,
	CONSTRAINT "progress_org_id_enrollment_id_pk" PRIMARY KEY("org_id","enrollment_id")
);
--> statement-breakpoint
CREATE TABLE "sealed_note" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"format" integer NOT NULL,
	"sealed" text NOT NULL,
	"received_on" date NOT NULL,
	CONSTRAINT "sealed_note_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_org_id_enrollment_id_enrollment_org_id_id_fk" FOREIGN KEY ("org_id","enrollment_id") REFERENCES "public"."enrollment"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completion" ADD CONSTRAINT "completion_org_id_enrollment_id_enrollment_org_id_id_fk" FOREIGN KEY ("org_id","enrollment_id") REFERENCES "public"."enrollment"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_adoption" ADD CONSTRAINT "course_adoption_org_id_hash_course_version_org_id_hash_fk" FOREIGN KEY ("org_id","hash") REFERENCES "public"."course_version"("org_id","hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course_shipping" ADD CONSTRAINT "course_shipping_hash_shipped_course_hash_fk" FOREIGN KEY ("hash") REFERENCES "public"."shipped_course"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollment" ADD CONSTRAINT "enrollment_org_id_account_id_account_org_id_id_fk" FOREIGN KEY ("org_id","account_id") REFERENCES "public"."account"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollment" ADD CONSTRAINT "enrollment_org_id_version_hash_course_version_org_id_hash_fk" FOREIGN KEY ("org_id","version_hash") REFERENCES "public"."course_version"("org_id","hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_org_id_id_account_org_id_id_fk" FOREIGN KEY ("org_id","id") REFERENCES "public"."account"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_org_id_manager_id_person_org_id_id_fk" FOREIGN KEY ("org_id","manager_id") REFERENCES "public"."person"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_org_id_account_id_account_org_id_id_fk" FOREIGN KEY ("org_id","account_id") REFERENCES "public"."account"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_org_id_account_id_account_org_id_id_fk" FOREIGN KEY ("org_id","account_id") REFERENCES "public"."account"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_link" ADD CONSTRAINT "sign_in_link_org_id_account_id_account_org_id_id_fk" FOREIGN KEY ("org_id","account_id") REFERENCES "public"."account"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealing_key" ADD CONSTRAINT "sealing_key_org_id_account_id_account_org_id_id_fk" FOREIGN KEY ("org_id","account_id") REFERENCES "public"."account"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_org_id_person_id_person_org_id_id_fk" FOREIGN KEY ("org_id","person_id") REFERENCES "public"."person"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "course_adoption_org_id_course_adopted_at_index" ON "course_adoption" USING btree ("org_id","course","adopted_at");--> statement-breakpoint
CREATE UNIQUE INDEX "enrollment_org_id_account_id_course_index" ON "enrollment" USING btree ("org_id","account_id","course");--> statement-breakpoint
CREATE UNIQUE INDEX "person_org_id_number_index" ON "person" USING btree ("org_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "person_org_id_email_index" ON "person" USING btree ("org_id","email");--> statement-breakpoint
CREATE INDEX "person_org_id_family_name_given_name_index" ON "person" USING btree ("org_id","family_name","given_name");--> statement-breakpoint
CREATE INDEX "person_org_id_manager_id_index" ON "person" USING btree ("org_id","manager_id");--> statement-breakpoint
CREATE INDEX "audit_entry_org_id_at_index" ON "audit_entry" USING btree ("org_id","at");--> statement-breakpoint
CREATE INDEX "audit_link_org_id_entry_id_index" ON "audit_link" USING btree ("org_id","entry_id");--> statement-breakpoint
CREATE INDEX "role_grant_org_id_account_id_index" ON "role_grant" USING btree ("org_id","account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "session_org_id_token_hash_index" ON "session" USING btree ("org_id","token_hash");--> statement-breakpoint
CREATE INDEX "session_org_id_account_id_index" ON "session" USING btree ("org_id","account_id");--> statement-breakpoint
CREATE INDEX "sign_in_link_org_id_account_id_created_at_index" ON "sign_in_link" USING btree ("org_id","account_id","created_at");--> statement-breakpoint
CREATE INDEX "event_org_id_position_index" ON "event" USING btree ("org_id","position");--> statement-breakpoint
CREATE INDEX "mail_org_id_created_at_index" ON "mail" USING btree ("org_id","created_at");--> statement-breakpoint
CREATE INDEX "sealing_key_org_id_account_id_index" ON "sealing_key" USING btree ("org_id","account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "assignment_org_id_course_person_id_index" ON "assignment" USING btree ("org_id","course","person_id");--> statement-breakpoint
CREATE INDEX "progress_org_id_course_account_id_index" ON "progress" USING btree ("org_id","course","account_id");