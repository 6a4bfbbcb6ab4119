CREATE TABLE "course_shipping" (
	"course" text NOT NULL,
	"hash" text NOT NULL,
	"number" integer NOT NULL,
	"shipped_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "course_shipping_course_number_pk" PRIMARY KEY("course","number")
);
--> statement-breakpoint
DROP INDEX "shipped_course_course_stored_at_index";--> statement-breakpoint
ALTER TABLE "course_shipping" ADD CONSTRAINT "course_shipping_hash_shipped_course_hash_fk" FOREIGN KEY ("hash") REFERENCES "public"."shipped_course"("hash") ON DELETE no action ON UPDATE no action;