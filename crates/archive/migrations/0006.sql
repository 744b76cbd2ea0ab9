-- When a pen was laid aside whole, in seconds since 1970; NULL while it is the one that writes; a claim.
ALTER TABLE pens ADD COLUMN laid_aside_at INTEGER;
